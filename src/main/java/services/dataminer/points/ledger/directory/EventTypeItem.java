package services.dataminer.points.ledger.directory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.Show;

/// The shows at whose booths a calendar's event type books meetings; their days do not overlap.
///
/// @param version counts the changes; the item stays when its last show goes, so that none repeats
public record EventTypeItem(long version, List<Show> shows) {

  static final EventTypeItem NONE = new EventTypeItem(0, List.of());

  /// Another show that has the event type on one of this show's days.
  Optional<Show> overlapping(Show show) {
    return others(show).filter(show::overlaps).findFirst();
  }

  EventTypeItem with(Show show) {
    return new EventTypeItem(version + 1, Stream.concat(others(show), Stream.of(show)).toList());
  }

  EventTypeItem without(Show show) {
    return new EventTypeItem(version + 1, others(show).toList());
  }

  private Stream<Show> others(Show show) {
    return shows.stream().filter(other -> !other.id().equals(show.id()));
  }
}
