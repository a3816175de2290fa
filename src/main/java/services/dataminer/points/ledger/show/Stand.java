package services.dataminer.points.ledger.show;

import java.util.Comparator;
import java.util.Optional;
import services.dataminer.points.program.activity.ActivityId;

/// One partner at one show.
public record Stand(String showId, String partnerId) implements Comparable<Stand> {

  private static final Comparator<Stand> ORDER =
      Comparator.comparing(Stand::showId).thenComparing(Stand::partnerId);

  /// The stand whose settlement an activity is; empty for any other activity.
  public static Optional<Stand> of(ActivityId settlement) {
    // No id of a show or a partner has a colon.
    String[] parts = settlement.value().split(":", 3);
    return settlement.isShow() && parts.length == 3
        ? Optional.of(new Stand(parts[1], parts[2]))
        : Optional.empty();
  }

  /// The activity that the partner's settlement of the show is.
  public ActivityId settlement() {
    return ActivityId.show(showId, partnerId);
  }

  @Override
  public int compareTo(Stand other) {
    return ORDER.compare(this, other);
  }
}
