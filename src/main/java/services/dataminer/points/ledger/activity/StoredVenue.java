package services.dataminer.points.ledger.activity;

import java.util.Optional;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.activity.Venue;

/// The booth of a meeting as first assessed.
///
/// @param booth whether the directory knew the booth
/// @param show the show on that day, as it was entered
public record StoredVenue(boolean booth, Optional<Show> show) {

  public static StoredVenue of(Venue venue) {
    return switch (venue) {
      case Venue.AtShow(Show show) -> new StoredVenue(true, Optional.of(show));
      case Venue.BetweenShows _ -> new StoredVenue(true, Optional.empty());
      case Venue.Elsewhere _ -> new StoredVenue(false, Optional.empty());
    };
  }

  public Venue venue() {
    return show.<Venue>map(Venue.AtShow::new)
        .orElseGet(() -> booth ? new Venue.BetweenShows() : new Venue.Elsewhere());
  }
}
