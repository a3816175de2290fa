package services.dataminer.points.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.night.DivideNight;
import services.dataminer.points.application.night.ShardQueue;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.transfer.FakeDojo.Mode;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.night.DividedNight;
import services.dataminer.points.ledger.night.DividedNights;
import services.dataminer.points.ledger.night.NightKind;
import services.dataminer.points.ledger.transfer.Transfer.State;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

@DisplayName("A night of transfers in shards")
@WholeSuite
class DividedTransfersTest {

  private static final String DATE = "2026-09-15";

  /// What a test has of its own: members, nights and DOJO.
  private static final class World {
    private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
    private final Nights nights = new Nights(books);
    private final ShardQueue queue = new ShardQueue(books.table());
    private final FakeDojo dojo = new FakeDojo();

    /// Members who transfer by themselves, one of them without an address; some who asked; one whom
    /// DOJO rejects.
    World withEveryKind() {
      rich(12);
      books.member("nowhere", true, Optional.empty());
      books.grant("nowhere", "n", "2026-09-14", 30);
      for (String asking : List.of("asking-1", "asking-2")) {
        books.member(asking, false);
        books.grant(asking, asking, "2026-09-14", 80);
        nights.request(asking, "t-1", 20, "2026-09-14");
        nights.request(asking, "t-2", 25, "2026-09-14");
      }
      return this;
    }

    World rich(int members) {
      for (int i = 0; i < members; i++) {
        books.member("m" + i);
        books.grant("m" + i, "a" + i, "2026-09-14", 100 + i);
      }
      return this;
    }

    Dojo.Response credit(Credit credit) {
      return credit.memberId().equals("m3")
          ? new Dojo.Response.Rejected("no such member")
          : dojo.credit(credit);
    }

    PostTransfers posting(int shardSize) {
      return nights.posting(this::credit, 8, queue.divide(shardSize));
    }

    Transferred inShards(String date, int shardSize) {
      PostTransfers posting = posting(shardSize);
      assertThat(posting.night(Nights.at(date), Nights.time()).shards()).isPositive();
      queue.deliverAll(posting);
      return sums(date);
    }

    Transferred sums(String date) {
      DividedNight night = queue.nights().find(NightKind.TRANSFERS, Nights.at(date));
      assertThat(night.reported()).isTrue();
      return TransferPass.transferred(night.sums());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 100})
  @DisplayName("changes what one call would, and its sums are the same")
  void sums(int shardSize) {
    World one = new World().withEveryKind();
    World other = new World().withEveryKind();

    Transferred whole = one.nights.night(DATE, one::credit);
    Transferred inShards = other.inShards(DATE, shardSize);

    assertThat(whole).isEqualTo(new Transferred(15, 1253, 1, 0, 1, 0));
    assertThat(inShards).isEqualTo(whole);
    assertThat(other.dojo.booked()).containsExactlyInAnyOrderEntriesOf(one.dojo.booked());
    assertThat(other.nights.night("2026-09-16", other::credit))
        .isEqualTo(one.nights.night("2026-09-16", one::credit));
  }

  @Test
  @DisplayName("takes every point to DOJO once, though each worker is killed half-way")
  void killed() {
    World world = new World().withEveryKind();
    var asked = new AtomicInteger();
    Dojo killing =
        credit -> {
          Dojo.Response answer = world.credit(credit);
          if (asked.incrementAndGet() % 3 == 0 && asked.get() < 12) {
            throw new AssertionError("killed after DOJO booked it");
          }
          return answer;
        };
    PostTransfers posting = world.nights.posting(killing, 2, world.queue.divide(4));

    posting.night(Nights.at(DATE), Nights.time());
    world.queue.deliverAll(posting);

    World quiet = new World().withEveryKind();
    quiet.nights.night(DATE, quiet::credit);
    assertThat(asked.get()).isGreaterThan(12);
    assertThat(world.dojo.booked()).containsExactlyInAnyOrderEntriesOf(quiet.dojo.booked());
    assertThat(world.nights.state("asking-1", "t-1")).isEqualTo(State.POSTED);
    assertThat(world.sums(DATE).left()).isZero();
  }

  @Test
  @DisplayName("leaves a DOJO that is down alone after a few credits, in all shards together")
  void down() {
    World world = new World().rich(40);
    world.dojo.behave(Mode.DOWN);

    Transferred night = world.inShards(DATE, 10);

    int hands = PostTransfers.AT_A_TIME / PostTransfers.WORKERS;
    assertThat(world.dojo.asked())
        .isLessThanOrEqualTo((CreditSender.FAILURES_IN_A_ROW + hands) * CreditSender.ATTEMPTS);
    assertThat(night.posted()).isZero();
    assertThat(night.left()).isGreaterThan(25);
    world.dojo.behave(Mode.OK);
    assertThat(world.inShards("2026-09-16", 10).left()).isZero();
    assertThat(world.dojo.booked()).hasSize(39);
  }

  @Test
  @DisplayName("raises the alarm on what DOJO has not answered for once, with the number of all")
  void overdue() {
    World world = new World().rich(3);
    world.dojo.behave(Mode.GARBAGE);
    for (String date : List.of(DATE, "2026-09-16", "2026-09-17")) {
      world.nights.night(date, world.dojo);
    }
    Map<Metric, Long> before = world.nights.metrics.counts();

    world.inShards("2026-09-18", 1);

    assertThat(before).isEqualTo(Map.of(Metric.TRANSFERS_OVERDUE, 3L));
    assertThat(world.nights.metrics.counts()).isEqualTo(Map.of(Metric.TRANSFERS_OVERDUE, 6L));
  }

  @Test
  @DisplayName("asks DOJO for no more credits at a time than one call, all workers together")
  void limit() {
    World world = new World().rich(24);
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var full = new CountDownLatch(PostTransfers.AT_A_TIME);
    Dojo gauged =
        credit -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          full.countDown();
          await(full);
          now.decrementAndGet();
          return world.dojo.credit(credit);
        };
    PostTransfers posting =
        world.nights.posting(
            gauged,
            new PostTransfers.Hands(PostTransfers.AT_A_TIME, PostTransfers.MEMBERS_AT_A_TIME),
            world.queue.divide(8));
    posting.night(Nights.at(DATE), Nights.time());

    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PostTransfers.WORKERS; i++) {
        workers.execute(() -> world.queue.deliverAll(posting));
      }
    }

    assertThat(most).hasValue(PostTransfers.AT_A_TIME);
    assertThat(world.dojo.booked()).hasSize(24);
  }

  private static void await(CountDownLatch full) {
    try {
      assertThat(full.await(20, TimeUnit.SECONDS)).as("all workers ask").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Counts requests that name a divided night.
  private static final class OfNights implements ExecutionInterceptor {
    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request().toString().contains("NIGHT#")) {
        count.incrementAndGet();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 20})
  @DisplayName(
      "costs a night that is done in one call one request at the most, however many are due")
  void small(int due) {
    World world = new World().rich(due);
    var requests = new OfNights();
    var table = world.books.local().through(requests).table();
    var divide =
        new DivideNight(
            new DividedNights(table),
            (_, _) -> {
              throw new AssertionError("divided");
            });
    var nights = new Nights(world.books, table);

    nights.posting(world.dojo, 8, divide).night(Nights.at(DATE), ObjectGraph.time());

    assertThat(requests.count).hasValue(due == 0 ? 0 : 1);
    assertThat(world.dojo.booked()).hasSize(due);
  }
}
