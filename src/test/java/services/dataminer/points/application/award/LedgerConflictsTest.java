package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// DynamoDB Local never answers that transactions are in each other's way, so the answers are made
/// up.
@DisplayName("Conflicts and throttling are waited out; lost races are decided again")
@WholeSuite
class LedgerConflictsTest {

  private static final String ADA = "ada@acme.example";
  private static final String CARL = "carl@customer.example";
  private static final ActivityId MEETING = ActivityId.calcom("m");

  /// Cancels the first transactions, with these codes.
  private static final class Cancelling implements ExecutionInterceptor {
    private final List<List<String>> answers = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private int reads;

    void answer(int times, String... codes) {
      for (int i = 0; i < times; i++) {
        answers.add(Arrays.asList(codes));
      }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof BatchGetItemRequest) {
        reads++;
      }
      if (context.request() instanceof TransactWriteItemsRequest write) {
        tokens.add(write.clientRequestToken());
        if (!answers.isEmpty()) {
          throw TransactionCanceledException.builder()
              .cancellationReasons(
                  answers.removeFirst().stream()
                      .map(code -> CancellationReason.builder().code(code).build())
                      .toList())
              .statusCode(400)
              .build();
        }
      }
    }
  }

  private final Cancelling cancelling = new Cancelling();
  private final Program program = new Program(LocalTable.fresh().through(cancelling));

  @BeforeEach
  void directory() {
    program.partner("acme", "acme.example");
    program.member("ada", "acme", ADA);
    cancelling.tokens.clear();
    cancelling.reads = 0;
  }

  private void award() {
    program.tell(MEETING, CalendarFacts.videoCall(ADA, CARL), CalendarFacts.ended());
  }

  @Test
  @DisplayName("a conflict is tried again with the very same request")
  void conflict() {
    cancelling.answer(3, "None", "TransactionConflict", "ThrottlingError");

    award();

    assertThat(program.balanceOf("ada")).isEqualTo(100);
    assertThat(cancelling.tokens).hasSize(4);
    assertThat(cancelling.tokens)
        .as("applied once, however often it arrives")
        .containsOnly(cancelling.tokens.getFirst());
  }

  @Test
  @DisplayName("a condition that does not hold is decided again, on what is read anew")
  void lostRace() {
    cancelling.answer(1, "ConditionalCheckFailed", "TransactionConflict");

    award();

    assertThat(program.balanceOf("ada")).isEqualTo(100);
    assertThat(cancelling.tokens).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("what never ends is given up, so that the queue delivers the message again")
  void endlessConflict() {
    cancelling.answer(8, "TransactionConflict");

    assertThatThrownBy(this::award).isInstanceOf(Unavailable.class);

    award();
    assertThat(program.balanceOf("ada")).isEqualTo(100);
    assertThat(program.entriesOf("ada")).hasSize(1);
  }

  @Test
  @DisplayName("what can never succeed is not tried again")
  void permanent() {
    cancelling.answer(1, "None", "ValidationError");

    assertThatThrownBy(this::award).isInstanceOf(TransactionCanceledException.class);

    assertThat(cancelling.tokens).hasSize(1);
  }

  @Test
  @DisplayName("a crowd whose second transaction fails is completed by the next delivery")
  void interruptedHalfWay() {
    String[] crowd = new String[80];
    for (int i = 0; i < crowd.length - 1; i++) {
      crowd[i] = "m" + i + "@acme.example";
      program.member("m" + i, "acme", crowd[i]);
    }
    crowd[79] = CARL;
    var stopping = new StoppingAfter(1);
    var interrupted = new Program(program.local.through(stopping));
    assertThatThrownBy(
            () -> interrupted.tell(MEETING, CalendarFacts.videoCall(crowd), CalendarFacts.ended()))
        .isInstanceOf(IllegalStateException.class);

    program.tell(MEETING, CalendarFacts.videoCall(crowd), CalendarFacts.ended());

    for (int i = 0; i < crowd.length - 1; i++) {
      assertThat(program.entriesOf("m" + i)).hasSize(1);
      assertThat(program.balanceOf("m" + i)).isBetween(1L, 2L);
    }
  }
}
