package services.dataminer.points.ledger.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// When DynamoDB forgets an item. Of activities, only those that wait for an entry of the catalogue
/// are forgotten, with all that belongs to them; whatever the catalogue has, and whatever an
/// administrator retracted, is kept for ever. The list of what the catalogue lacks
/// (`MissingCourses`), a drift (`Drift`) and the links to statements (`StatementLinks`) say
/// themselves when they end.
public final class Expiry {

  /// The attribute that `template.yaml` names as the table's time to live, in seconds since 1970.
  public static final String ATTRIBUTE = "expiresAt";

  /// How long every statement waits at the least.
  static final Duration WAIT = Duration.ofDays(400);

  /// How often a wait is prolonged at the most, so that a page read every day is not a write every
  /// day.
  private static final Duration PROLONGED_EVERY = Duration.ofDays(30);

  private Expiry() {}

  /// The end of a wait that begins or is prolonged now.
  public static Instant from(Instant now) {
    return now.plus(WAIT).plus(PROLONGED_EVERY);
  }

  /// Whether what is kept until then is kept long enough for a statement that arrives now.
  public static boolean suffices(Instant keptUntil, Instant now) {
    return !keptUntil.isBefore(now.plus(WAIT));
  }

  /// When a list forgets what it names, which is later than all that waits for it now.
  public static Instant ofList(Instant now) {
    return from(now).plus(PROLONGED_EVERY);
  }

  /// Whether an item is kept as long as whatever begins to wait now.
  public static boolean outlastsAWait(Map<String, AttributeValue> item, Instant now) {
    return Long.parseLong(item.get(ATTRIBUTE).n()) >= from(now).getEpochSecond();
  }

  /// When an activity is forgotten; empty where it is kept for ever.
  public static Optional<Instant> of(ActivityRecord record) {
    boolean retracted = record.isIn(ActivityState.RETRACTED);
    return record
        .course()
        .filter(course -> course.course().isEmpty() && !retracted)
        .flatMap(StoredCourse::keptUntil);
  }

  /// What an item that is forgotten then has besides.
  public static Map<String, AttributeValue> attributes(Optional<Instant> end) {
    return end.map(at -> Map.of(ATTRIBUTE, value(at))).orElse(Map.of());
  }

  static AttributeValue value(Instant end) {
    return AttributeValue.fromN(Long.toString(end.getEpochSecond()));
  }
}
