package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.Consumption;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

@DisplayName("What an award costs in round trips and items")
@WholeSuite
class LedgerCostTest {

  private static final String CUSTOMER = "carl@customer.example";

  /// Keeps the requests that reach the table.
  private static final class Requests implements ExecutionInterceptor {
    final List<SdkRequest> seen = new ArrayList<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      seen.add(context.request());
    }
  }

  private final Requests requests = new Requests();
  private final Program program = new Program(LocalTable.fresh().through(requests));

  @BeforeEach
  void partner() {
    program.partner("acme", "acme.example");
  }

  private String[] signedUp(int people) {
    return IntStream.range(0, people)
        .mapToObj(
            i -> {
              program.member("m" + i, "acme", "m" + i + "@acme.example");
              return "m" + i + "@acme.example";
            })
        .toArray(String[]::new);
  }

  private static String[] and(String[] some, String more) {
    var all = new ArrayList<>(List.of(some));
    all.add(more);
    return all.toArray(String[]::new);
  }

  @ParameterizedTest(name = "{0} members")
  @ValueSource(ints = {1, 2, 3, 10, 40})
  @DisplayName("one batch read and one transaction of 2n + 1 items award n members")
  void anAward(int members) {
    String[] people = and(signedUp(members), CUSTOMER);
    requests.seen.clear();

    program.tell(ActivityId.calcom("m"), CalendarFacts.videoCall(people), CalendarFacts.ended());

    assertThat(requests.seen).hasSize(2);
    assertThat(requests.seen.getFirst()).isInstanceOf(BatchGetItemRequest.class);
    assertThat(requests.seen.getLast())
        .isInstanceOfSatisfying(
            TransactWriteItemsRequest.class,
            write -> assertThat(write.transactItems()).hasSize(2 * members + 1));
  }

  @ParameterizedTest(name = "{0} members")
  @CsvSource({
    "1, 6, 9",
    "2, 7, 14",
    "3, 8, 19",
    "10, 15, 58",
    "40, 45, 224",
  })
  @DisplayName("take so many read and write units, the index included")
  void units(int members, double read, double written) {
    String[] people = and(signedUp(members), CUSTOMER);
    var consumption = Consumption.of(program.local.client());
    var counted = new Program(consumption.table(program.local));

    counted.tell(ActivityId.calcom("m"), CalendarFacts.videoCall(people), CalendarFacts.ended());

    assertThat(List.of(consumption.readUnits(), consumption.writeUnits()))
        .containsExactly(read, written);
  }

  @Test
  @DisplayName("a duplicate is one batch read and no write")
  void aDuplicate() {
    String[] people = and(signedUp(2), CUSTOMER);
    program.tell(ActivityId.calcom("m"), CalendarFacts.videoCall(people), CalendarFacts.ended());
    requests.seen.clear();

    program.tell(ActivityId.calcom("m"), CalendarFacts.videoCall(people), CalendarFacts.ended());

    assertThat(requests.seen).hasSize(1);
    assertThat(requests.seen.getFirst()).isInstanceOf(BatchGetItemRequest.class);
  }

  @Test
  @DisplayName("a fact that names no one needs one batch read and one transaction as well")
  void anEnding() {
    String[] people = and(signedUp(2), CUSTOMER);
    program.tell(ActivityId.calcom("m"), CalendarFacts.videoCall(people));
    requests.seen.clear();

    program.tell(ActivityId.calcom("m"), CalendarFacts.ended());

    assertThat(requests.seen).hasSize(2);
    assertThat(requests.seen.getLast())
        .isInstanceOfSatisfying(
            TransactWriteItemsRequest.class, write -> assertThat(write.transactItems()).hasSize(5));
  }
}
