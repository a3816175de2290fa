package services.dataminer.points.ledger.watermark;

import java.time.Instant;
import java.util.Optional;

/// How far a calendar's records have been read.
///
/// @param readTo every record last changed before this has been read
/// @param walk the reading under way whose order says nothing of time, if there is one
/// @param version counts the writes; 0 for a watermark not written yet
public record Watermark(Instant readTo, Optional<Walk> walk, long version) {

  /// A reading that follows the calendar's own cursor.
  ///
  /// @param cursor where it goes on
  /// @param reaches the last change of any record it has met
  /// @param begunAt the scheduled time of the run that began it; what changed later may have been
  ///   passed already
  public record Walk(String cursor, Instant reaches, Instant begunAt) {}

  /// Where the reading of a calendar begins.
  public static Watermark first(Instant readTo) {
    return new Watermark(readTo, Optional.empty(), 0);
  }
}
