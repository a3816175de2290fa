package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.template.Code;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// DynamoDB Local never refuses a write because another is under way, so the refusals are made up.
@DisplayName("While others write the same item, every write waits")
@WholeSuite
class BusyItemsTest {

  private static final StackWalker STACK = StackWalker.getInstance();
  private static final String TABLES = Table.class.getPackageName() + ".";

  /// Refuses the first attempts of each write.
  private static final class Busy implements ExecutionInterceptor {
    private final int times;
    private final Supplier<DynamoDbException> ofOneItem;
    private final Map<Object, Integer> attempts = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    /// @param ofOneItem how a write of one item is refused
    Busy(int times, Supplier<DynamoDbException> ofOneItem) {
      this.times = times;
      this.ofOneItem = ofOneItem;
    }

    @Override
    public synchronized void beforeExecution(
        Context.BeforeExecution context, ExecutionAttributes attributes) {
      switch (context.request()) {
        case TransactWriteItemsRequest write ->
            refuse(write.clientRequestToken(), BusyItemsTest::cancelled);
        case UpdateItemRequest write -> refuse(write, ofOneItem);
        default -> {}
      }
    }

    private void refuse(Object write, Supplier<DynamoDbException> refusal) {
      if (attempts.merge(write, 1, Integer::sum) <= times) {
        refused.add(caller());
        throw refusal.get();
      }
    }

    private static String caller() {
      return STACK.walk(
          frames ->
              frames
                  .dropWhile(frame -> !frame.getClassName().startsWith(TABLES))
                  .filter(frame -> frame.getClassName().startsWith("services."))
                  .filter(frame -> !frame.getClassName().startsWith(TABLES))
                  .findFirst()
                  .map(frame -> name(frame.getClassName(), frame.getMethodName()))
                  .orElseThrow());
    }
  }

  private static String name(String type, String method) {
    String within = method.startsWith("lambda$") ? method.split("\\$")[1] : method;
    return type.substring(type.lastIndexOf('.') + 1) + "." + within;
  }

  private static DynamoDbException cancelled() {
    return TransactionCanceledException.builder()
        .cancellationReasons(CancellationReason.builder().code("TransactionConflict").build())
        .statusCode(400)
        .build();
  }

  private static DynamoDbException conflict() {
    return TransactionConflictException.builder().statusCode(400).build();
  }

  private static DynamoDbException throttled() {
    return (DynamoDbException)
        DynamoDbException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
            .build();
  }

  /// Everyone who writes to the table, as the classes tell.
  private static Set<String> callers() {
    return Code.CLASSES.get(Table.class).getMethods().stream()
        .filter(method -> List.of("write", "change").contains(method.getName()))
        .flatMap(
            method ->
                Stream.concat(
                    method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream()))
        .map(call -> call.getOrigin())
        .map(origin -> name(origin.getOwner().getName(), origin.getName()))
        .collect(Collectors.toSet());
  }

  private static final Set<String> UNDISTURBED = stored(lived());

  private static Set<String> stored(LocalTable table) {
    return table.client().scan(scan -> scan.tableName(table.name())).items().stream()
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private static LocalTable lived(ExecutionInterceptor... interceptors) {
    LocalTable table = LocalTable.fresh().through(interceptors);
    new WholeLife(table).live();
    return table;
  }

  /// Whoever writes waits within [Table], apart from everyone else, so that one life shows it for
  /// all.
  @Test
  @DisplayName("and ends as if it had been alone")
  void endsAsAlone() {
    var busy = new Busy(2, BusyItemsTest::conflict);

    LocalTable table = lived(busy);

    assertThat(busy.refused)
        .as("this life writes by all")
        .containsExactlyInAnyOrderElementsOf(callers());
    assertThat(stored(table)).isEqualTo(UNDISTURBED);
  }

  @Test
  @DisplayName("and ends so when it was throttled, too")
  void throttledToo() {
    LocalTable table = lived(new Busy(2, BusyItemsTest::throttled));

    assertThat(stored(table)).isEqualTo(UNDISTURBED);
  }

  @Test
  @DisplayName("but not for ever")
  void bounded() {
    var busy = new Busy(8, BusyItemsTest::conflict);
    Table table = LocalTable.fresh().through(busy).table();
    var change = new Change().set("a", AttributeValue.fromS("b"));

    assertThatThrownBy(() -> table.change(new Key("A", "A"), change))
        .isInstanceOf(Unavailable.class);

    assertThat(table.change(new Key("A", "A"), change)).isTrue();
  }
}
