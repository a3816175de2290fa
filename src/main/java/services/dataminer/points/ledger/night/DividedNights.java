package services.dataminer.points.ledger.night;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Keeps how far each divided night got, an item for each. It is written under the version that was
/// read, so that a shard is finished once, whoever else finishes it or another at the same time.
@Singleton
public class DividedNights {

  private final Table table;

  public DividedNights(Table table) {
    this.table = table;
  }

  /// The night of a kind at a time; one without shards if it was never divided.
  public DividedNight find(NightKind kind, Instant scheduledAt) {
    Key key = Keys.night(kind.name(), scheduledAt);
    return Optional.ofNullable(table.read(List.of(key)).get(key))
        .map(DividedNights::read)
        .orElseGet(() -> DividedNight.none(kind, scheduledAt));
  }

  /// The last nights of a kind that were divided, the latest first.
  ///
  /// @param limit how many at the most
  public List<DividedNight> latest(NightKind kind, int limit) {
    return table
        .first(
            limit,
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(
                    Map.of(":pk", AttributeValue.fromS(Keys.nightsOf(kind.name()))))
                .scanIndexForward(false))
        .stream()
        .map(DividedNights::read)
        .toList();
  }

  /// Divides a night. One that is divided already and not finished stays as it is divided.
  ///
  /// @param shards into how many parts
  /// @param already what the night did before it was divided
  /// @return the night as it is divided now
  public DividedNight divide(
      NightKind kind, Instant scheduledAt, int shards, Map<String, Long> already) {
    return change(
            kind,
            scheduledAt,
            night ->
                night.open().isEmpty() ? night.dividedInto(shards, already) : night.plus(already))
        .after();
  }

  /// Notes that all shards of a plan are on the queue.
  public void markSent(DividedNight night) {
    change(
        night.kind(),
        night.scheduledAt(),
        now -> now.plan() == night.plan() && !now.sent() ? now.withSent() : now);
  }

  /// Adds what was done of a shard that goes on; nothing if it is finished already.
  public void add(DividedNight night, int shard, Map<String, Long> done) {
    change(
        night.kind(),
        night.scheduledAt(),
        now -> now.awaits(night.plan(), shard) ? now.plus(done) : now);
  }

  /// Finishes a shard; changes nothing if it is finished already.
  ///
  /// @param stops whether the rest of the night had better wait for the next one
  /// @return the night as it is now; empty if not this call finished the shard
  public Optional<DividedNight> finish(
      DividedNight night, int shard, Map<String, Long> done, boolean stops) {
    Written written =
        change(
            night.kind(),
            night.scheduledAt(),
            now -> now.awaits(night.plan(), shard) ? now.without(shard, done, stops) : now);
    return Optional.of(written.after()).filter(_ -> written.before().awaits(night.plan(), shard));
  }

  /// Notes that the whole of a plan was reported.
  public void markReported(DividedNight night) {
    change(
        night.kind(),
        night.scheduledAt(),
        now -> now.plan() == night.plan() && !now.reported() ? now.withReport() : now);
  }

  /// A night before and after a change; the same where nothing was to be changed.
  private record Written(DividedNight before, DividedNight after) {}

  private Written change(NightKind kind, Instant scheduledAt, UnaryOperator<DividedNight> change) {
    return table.retryOnConflict(
        () -> {
          DividedNight before = find(kind, scheduledAt);
          DividedNight after = change.apply(before);
          if (after.version() != before.version()) {
            table.write(
                table
                    .transaction()
                    .put(
                        Keys.night(kind.name(), scheduledAt),
                        Document.of(after),
                        Condition.version(before.version())));
          }
          return new Written(before, after);
        });
  }

  private static DividedNight read(Map<String, AttributeValue> item) {
    return Document.read(item, DividedNight.class);
  }
}
