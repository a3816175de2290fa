package services.dataminer.points.ledger.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.program.activity.Show;

/// The shows at whose booths a calendar's event type books meetings; their days do not overlap.
///
/// @param version counts the changes
public record EventTypeItem(long version, List<Show> shows) {

  /// The show with a day that holds this instant.
  public Optional<Show> on(Instant instant) {
    return shows.stream().filter(show -> show.isOn(instant)).findFirst();
  }
}
