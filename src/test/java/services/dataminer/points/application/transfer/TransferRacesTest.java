package services.dataminer.points.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.erasure.EraseMember.Outcome;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.reconciliation.ReconciliationOutcome;
import services.dataminer.points.ledger.transfer.RequestOutcome;
import services.dataminer.points.ledger.transfer.Transfer.State;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

@DisplayName("A night, while others write")
@WholeSuite
class TransferRacesTest {

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final FakeDojo dojo = new FakeDojo();
  private final Meanwhile meanwhile = new Meanwhile();
  private final Nights nights = new Nights(books, books.local().through(meanwhile).table());

  /// Does things just before a request of some kind.
  private static final class Meanwhile implements ExecutionInterceptor {
    private final Deque<Runnable> beforeEntriesAreRead = new ArrayDeque<>();
    private final Deque<Runnable> beforeWrites = new ArrayDeque<>();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      switch (context.request()) {
        case QueryRequest query when query.indexName() == null -> next(beforeEntriesAreRead);
        case TransactWriteItemsRequest _ -> next(beforeWrites);
        default -> {}
      }
    }

    private static synchronized void next(Deque<Runnable> things) {
      Runnable next = things.poll();
      if (next != null) {
        next.run();
      }
    }
  }

  @Test
  @DisplayName(
      "proves a balance again that changed while its entries were read, and raises no alarm")
  void awardWhileProving() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    meanwhile.beforeEntriesAreRead.add(() -> books.grant("ada", "b", "2026-09-14", 20));

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(1, 120, 0, 0, 0, 0));

    assertThat(nights.metrics.counts()).isEmpty();
    assertThat(books.balance("ada").transferable()).isZero();
  }

  @Test
  @DisplayName("proves again before it posts what is open, too")
  void awardWhileProvingOpenOnes() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-09-14", 100);
    nights.request("ada", "t-1", 60, "2026-09-14");
    meanwhile.beforeEntriesAreRead.add(() -> books.grant("ada", "b", "2026-09-14", 20));

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(1, 60, 0, 0, 0, 0));

    assertThat(nights.metrics.counts()).isEmpty();
    assertThat(books.balance("ada").transferable()).isEqualTo(60);
  }

  @Test
  @DisplayName("reserves no more than there is when points are taken back just before")
  void reversalBeforeReserving() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    meanwhile.beforeWrites.add(() -> books.grant("ada", "a", "2026-09-14", 30));

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(1, 30, 0, 0, 0, 0));

    assertThat(dojo.booked()).isEqualTo(Map.of("ada.2026-09-15", 30L));
  }

  @Test
  @DisplayName("leaves to a request what was asked for just before, and takes the rest")
  void requestBeforeReserving() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    var others = new Nights(books);
    meanwhile.beforeWrites.add(() -> others.request("ada", "t-1", 60, "2026-09-15"));

    nights.night("2026-09-15", dojo);
    nights.night("2026-09-16", dojo);

    assertThat(dojo.booked()).isEqualTo(Map.of("ada.2026-09-15", 40L, "ada.t-1", 60L));
  }

  @Test
  @DisplayName("counts nothing that another run recorded first")
  void recordedByAnother() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-09-14", 100);
    nights.request("ada", "t-1", 60, "2026-09-14");
    var others = new Nights(books);
    meanwhile.beforeWrites.add(() -> others.night("2026-09-15", dojo));

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(0, 0, 0, 0, 0, 0));

    assertThat(books.balance("ada").transferred()).isEqualTo(60);
    assertThat(nights.state("ada", "t-1")).isEqualTo(State.POSTED);
    assertThat(nights.reconcile("ada")).isEqualTo(new ReconciliationOutcome.Right());
  }

  @Test
  @DisplayName("reserves nothing for a member who was erased just before")
  void erasedBeforeTheRequest() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-09-14", 100);
    var others = new Program(books.local());
    meanwhile.beforeWrites.add(() -> assertThat(others.erase("ada")).isEqualTo(Outcome.ERASED));

    assertThat(nights.request("ada", "t-1", 60, "2026-09-14"))
        .isEqualTo(new RequestOutcome.OfNoOne());

    assertThat(nights.transfers.of("ada")).isEmpty();
    assertThat(books.balance("ada").transferable()).isEqualTo(100);
  }

  @Test
  @DisplayName("takes nothing by itself of a member who was erased just before")
  void erasedBeforeTheNightReserves() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    var others = new Program(books.local());
    meanwhile.beforeWrites.add(() -> assertThat(others.erase("ada")).isEqualTo(Outcome.ERASED));

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(0, 0, 0, 0, 0, 0));

    assertThat(dojo.asked()).isZero();
    assertThat(nights.transfers.of("ada")).isEmpty();
  }

  @Test
  @DisplayName(
      "is not cut off by an erasure that looked for transfers just before one was reserved")
  void requestBeforeTheErasure() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-09-14", 100);
    var others = new Nights(books);
    var erasing = new Program(books.local().through(meanwhile));
    meanwhile.beforeWrites.add(() -> others.request("ada", "t-1", 60, "2026-09-14"));

    assertThat(erasing.erase("ada")).isEqualTo(Outcome.TRANSFER_PENDING);

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(1, 60, 0, 0, 0, 0));
    assertThat(erasing.erase("ada")).isEqualTo(Outcome.ERASED);
  }

  @Test
  @DisplayName("finds nothing wrong with someone who was erased, with or without points")
  void erased() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    books.member("eve");
    var others = new Program(books.local());
    others.erase("ada");
    others.erase("eve");

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(0, 0, 0, 0, 0, 0));

    assertThat(nights.reconcile("ada")).isEqualTo(new ReconciliationOutcome.Right());
    assertThat(nights.reconcile("eve")).isEqualTo(new ReconciliationOutcome.Right());
    assertThat(dojo.asked()).isZero();
    assertThat(nights.metrics.counts()).isEmpty();
  }
}
