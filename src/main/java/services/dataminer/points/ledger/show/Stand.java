package services.dataminer.points.ledger.show;

import java.util.Comparator;
import services.dataminer.points.program.activity.ActivityId;

/// One partner at one show.
public record Stand(String showId, String partnerId) implements Comparable<Stand> {

  private static final Comparator<Stand> ORDER =
      Comparator.comparing(Stand::showId).thenComparing(Stand::partnerId);

  /// The activity that the partner's settlement of the show is.
  public ActivityId settlement() {
    return ActivityId.show(showId, partnerId);
  }

  @Override
  public int compareTo(Stand other) {
    return ORDER.compare(this, other);
  }
}
