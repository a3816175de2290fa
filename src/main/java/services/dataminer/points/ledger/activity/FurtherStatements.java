package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.CourseFact.Progress;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// The statements that count in an activity and are not needed to assess it: each is an item in the
/// activity's partition, in the order of time, so that the activity stays small however often a
/// platform tells the same. They are read when something that was needed stops counting.
///
/// Whoever writes one holds the activity to the version it read, and whoever assesses by them
/// writes the activity under its version: so none is overlooked.
@Singleton
public class FurtherStatements {

  /// Two items are released for each, and a transaction holds 100.
  private static final int RELEASED_AT_ONCE = 45;

  private final Table table;

  public FurtherStatements(Table table) {
    this.table = table;
  }

  /// All that is told by the further statements of an activity: its own, and those that were handed
  /// over to it and stayed where they were.
  public List<CourseFact> of(ActivityRecord record) {
    return FurtherStatement.facts(
        series(record).stream().flatMap(series -> in(series, Optional.empty()).stream()).toList());
  }

  /// The same, from a time on.
  public List<CourseFact> of(ActivityRecord record, Instant from) {
    return FurtherStatement.facts(
        series(record).stream().flatMap(series -> in(series, Optional.of(from)).stream()).toList());
  }

  /// A further statement of an activity; whoever writes it must hold the activity to its version.
  /// What is known of it already stays.
  public static LedgerWrite entry(
      ActivityRecord record, Progress statement, Optional<Instant> voidedAt) {
    return transaction -> {
      var change =
          new Change()
              .set("statementId", AttributeValue.fromS(statement.statementId()))
              .set("at", AttributeValue.fromS(statement.at().toString()))
              .set("step", AttributeValue.fromS(statement.step().name()));
      voidedAt.ifPresent(at -> change.set("voidedAt", AttributeValue.fromS(at.toString())));
      Expiry.of(record).ifPresent(end -> change.set(Expiry.ATTRIBUTE, Expiry.value(end)));
      transaction.update(
          Keys.further(
              record.id(), record.progress().series(), statement.at(), statement.statementId()),
          change);
    };
  }

  /// The statement that is kept beside an activity or beside one that handed it over.
  ///
  /// @param first the activity in which it counted first
  public Optional<Progress> find(
      ActivityRecord record, ActivityRecord first, String statementId, StatementItem known) {
    if (known.at().isEmpty()) {
      // Of before these times were kept with statements.
      return of(record).stream()
          .filter(Progress.class::isInstance)
          .map(Progress.class::cast)
          .filter(statement -> statement.statementId().equals(statementId))
          .findFirst();
    }
    var keys = new ArrayList<Key>();
    IntStream.rangeClosed(0, first.progress().series())
        .forEach(s -> keys.add(Keys.further(first.id(), s, known.at().get(), statementId)));
    keys.add(Keys.further(record.id(), record.progress().series(), known.at().get(), statementId));
    return table.read(keys).values().stream()
        .map(item -> Document.read(item, FurtherStatement.class))
        .map(found -> new Progress(found.at(), found.statementId(), found.step()))
        .findFirst();
  }

  /// The series in which a statement is kept beside an activity; empty where it is in none.
  public Optional<Integer> seriesWith(
      ActivityRecord record, String statementId, StatementItem known) {
    int current = record.progress().series();
    List<Key> keys =
        known.at().stream()
            .flatMap(
                at ->
                    IntStream.rangeClosed(0, current)
                        .mapToObj(s -> Keys.further(record.id(), s, at, statementId)))
            .toList();
    var found = table.read(keys);
    return IntStream.range(0, keys.size())
        .filter(s -> found.containsKey(keys.get(s)))
        .boxed()
        .reduce((_, later) -> later);
  }

  /// Keeps for ever what would be forgotten with an activity, since the catalogue has its course by
  /// now: its statements, and the activities that handed theirs over to it. Before the activity
  /// itself is kept: whoever is interrupted in between begins again.
  ///
  /// @param entered the course
  /// @return all that the statements tell
  public List<CourseFact> release(ActivityRecord record, StoredCourse entered) {
    List<FurtherStatement> all = new ArrayList<>();
    for (Series series : series(record)) {
      List<FurtherStatement> statements = in(series, Optional.empty());
      all.addAll(statements);
      List<FurtherStatement> bound =
          statements.stream().filter(statement -> statement.expiresAt().isPresent()).toList();
      for (int from = 0; from < bound.size(); from += RELEASED_AT_ONCE) {
        release(series, bound.subList(from, Math.min(from + RELEASED_AT_ONCE, bound.size())));
      }
    }
    // What waits for the course itself will be assessed and kept itself.
    sources(record).stream()
        .filter(source -> Expiry.of(source).isPresent() && !source.isIn(ActivityState.WAITING))
        .forEach(source -> new ActivityLedger(table).rewrite(source, source.withCourse(entered)));
    return FurtherStatement.facts(all);
  }

  private void release(Series series, List<FurtherStatement> statements) {
    var known =
        table.read(statements.stream().map(one -> Keys.statement(one.statementId())).toList());
    Transaction transaction = table.transaction();
    for (FurtherStatement one : statements) {
      Key key = Keys.statement(one.statementId());
      if (known.containsKey(key)) {
        // The version, so that nobody writes it back as it was read before.
        transaction.update(key, released().add("version", 1));
      }
      transaction.update(
          Keys.further(series.activity(), series.number(), one.at(), one.statementId()),
          released());
    }
    table.write(transaction);
  }

  private static Change released() {
    return new Change().remove(Expiry.ATTRIBUTE).onlyIf(Condition.PRESENT);
  }

  /// Some of the further statements of one activity.
  private record Series(ActivityId activity, int number) {}

  private List<Series> series(ActivityRecord record) {
    return Stream.concat(
            Stream.of(new Series(record.id(), record.progress().series())),
            sources(record).stream()
                .flatMap(
                    source ->
                        source.progress().seriesOf(record.id()).stream()
                            .map(number -> new Series(source.id(), number))))
        .toList();
  }

  /// The activities that may have handed statements over: one under each name of the learner's.
  private List<ActivityRecord> sources(ActivityRecord record) {
    Optional<CourseFact.Milestone> milestone =
        record.facts(Progress.class).stream().map(f -> f.step().milestone()).findFirst();
    List<ActivityId> ids =
        milestone.stream()
            .flatMap(
                reached ->
                    record.people().keySet().stream()
                        .map(
                            who ->
                                ActivityId.ofLearner(
                                    who, record.course().orElseThrow().id(), reached)))
            .filter(id -> !id.equals(record.id()))
            .toList();
    var items = table.read(ids.stream().map(Keys::activity).toList());
    return ids.stream()
        .filter(id -> items.containsKey(Keys.activity(id)))
        .map(id -> ActivityLedger.in(items, id, ActivityKind.COURSE_PROGRESS))
        .toList();
  }

  private List<FurtherStatement> in(Series series, Optional<Instant> from) {
    String prefix = Keys.furtherIn(series.number());
    return table
        .all(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(Keys.activity(series.activity()).pk()),
                        ":from", AttributeValue.fromS(prefix + from.map(Keys::sortable).orElse("")),
                        ":to", AttributeValue.fromS(prefix + "~"))))
        .stream()
        .map(item -> Document.read(item, FurtherStatement.class))
        .toList();
  }
}
