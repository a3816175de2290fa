package services.dataminer.points.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.transfer.FakeDojo.Mode;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.reconciliation.ReconciliationOutcome;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.RequestOutcome;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfer.State;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

@Label("Whatever happens in whatever order, points and DOJO points agree")
@WholeSuite
class TransferPropertiesTest {

  /// One table, in which every try has members of its own.
  private static final Bookkeeping BOOKS = new Bookkeeping(LocalTable.fresh());

  private static final Killer KILLER = new Killer();
  private static final Table DEADLY = BOOKS.local().through(KILLER).table();
  private static final AtomicInteger TRIES = new AtomicInteger();
  private static final LocalDate FIRST_NIGHT = LocalDate.parse("2026-09-15");

  /// One thing that happens.
  private sealed interface Step {

    /// What an activity is worth from now on: an award, a correction or a reversal.
    record Grant(int member, String activity, long points) implements Step {}

    record Request(int member, String id, long points) implements Step {}

    record Switch(int member) implements Step {}

    /// A night, or the last one once more.
    ///
    /// @param again whether it is the last night's
    /// @param mode how DOJO behaves in it
    /// @param slow whether DOJO takes so long that the time is up after two credits
    /// @param steps after how many of its steps the function is killed; never, if 0
    record Night(boolean again, Mode mode, boolean slow, int steps) implements Step {}

    /// Two runs of a night at once.
    record TwoRuns(Mode mode) implements Step {}
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Integer> members = Arbitraries.of(0, 1);
    Arbitrary<Mode> modes = Arbitraries.of(Mode.class);
    Arbitrary<Step> grants =
        Combinators.combine(
                members, Arbitraries.of("a", "b", "c", "d"), Arbitraries.longs().between(0, 300))
            .as(Step.Grant::new);
    Arbitrary<Step> requests =
        Combinators.combine(
                members, Arbitraries.of("t-1", "t-2", "t-3"), Arbitraries.longs().between(1, 200))
            .as(Step.Request::new);
    Arbitrary<Step> nights =
        Combinators.combine(
                Arbitraries.of(false, false, true),
                modes,
                Arbitraries.of(false, false, true),
                Arbitraries.of(0, 0, 1, 2, 3, 4, 5, 6, 7, 8))
            .as(Step.Night::new);
    return Arbitraries.frequencyOf(
            Tuple.of(4, grants),
            Tuple.of(3, requests),
            Tuple.of(1, members.map(Step.Switch::new)),
            Tuple.of(4, nights),
            Tuple.of(1, modes.map(Step.TwoRuns::new)))
        .list()
        .ofMinSize(5)
        .ofMaxSize(9);
  }

  @Property(tries = 15, shrinking = ShrinkingMode.OFF)
  @Label("posted, reserved and transferable are what was earned, and DOJO has what is posted")
  void agrees(@ForAll("histories") List<Step> history) {
    var world = new World();
    for (Step step : history) {
      world.happens(step);
      world.holds();
    }
    world.endsWell();
  }

  /// The end of a function's process, wherever it is.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /// Kills a run before or after a call of DOJO or a write.
  private static final class Killer implements ExecutionInterceptor {
    private final AtomicInteger left = new AtomicInteger();

    void after(int steps) {
      left.set(steps);
    }

    void step() {
      if (left.get() > 0 && left.decrementAndGet() == 0) {
        throw new Killed();
      }
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof TransactWriteItemsRequest) {
        step();
      }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof TransactWriteItemsRequest) {
        step();
      }
    }
  }

  /// The ledger, DOJO and the model side by side.
  private static final class World {
    private final Nights nights = new Nights(BOOKS, DEADLY);
    private final FakeDojo dojo = new FakeDojo();
    private final TransferModel model = new TransferModel();
    private final List<String> members =
        Stream.of("ada", "ben").map(name -> name + TRIES.incrementAndGet()).toList();
    private LocalDate night = FIRST_NIGHT;

    World() {
      BOOKS.member(members.get(0), true);
      BOOKS.member(members.get(1), false);
      model.automatic(members.get(0), true);
    }

    void happens(Step step) {
      switch (step) {
        case Step.Grant(int member, String activity, long points) -> {
          String id = members.get(member);
          if (model.grant(id, activity, points)) {
            BOOKS.grant(id, id + "-" + activity, "2026-09-01", points);
          }
        }
        case Step.Request(int member, String id, long points) ->
            request(members.get(member), id, points);
        case Step.Switch(int member) -> switchAutomatic(members.get(member));
        case Step.Night(boolean again, Mode mode, boolean slow, int steps) -> {
          if (!again) {
            night = night.plusDays(1);
          }
          dojo.behave(mode);
          run(slow, steps);
          nightIsOver(true);
        }
        case Step.TwoRuns(Mode mode) -> {
          night = night.plusDays(1);
          dojo.behave(mode);
          var other = CompletableFuture.runAsync(() -> run(false, 0));
          run(false, 0);
          other.join();
          nightIsOver(false);
        }
      }
    }

    private void request(String member, String id, long points) {
      boolean known = model.knows(member + "." + id);
      long transferable = model.transferable(member);
      switch (nights.request(member, id, points, night.toString())) {
        case RequestOutcome.Reserved _ -> {
          if (!known) {
            model.requested(nights.transfers.find(member, id).orElseThrow());
          }
        }
        case RequestOutcome.OfNoOne _ -> throw new AssertionError("nobody was erased");
        case RequestOutcome.OfOtherPoints _ -> assertThat(known).isTrue();
        case RequestOutcome.TooMany(long is) -> {
          assertThat(known).isFalse();
          assertThat(points).isGreaterThan(transferable);
          assertThat(is).isEqualTo(transferable);
        }
      }
    }

    private void switchAutomatic(String member) {
      boolean on = !model.isAutomatic(member);
      BOOKS.members().autoTransfer(member, on, new Editor(member, Nights.at(night.toString())));
      model.automatic(member, on);
    }

    private void run(boolean slow, int steps) {
      var nanos = new AtomicLong();
      Dojo dangerous =
          credit -> {
            KILLER.step();
            Dojo.Response answer = dojo.credit(credit);
            KILLER.step();
            nanos.addAndGet(Duration.ofMinutes(slow ? 5 : 0).toNanos());
            return answer;
          };
      KILLER.after(steps);
      try {
        nights
            .posting(dangerous, 2)
            .night(Nights.at(night.toString()), new TimeBudget(Duration.ofMinutes(10), nanos::get));
      } catch (Killed _) {
        // The next run goes on.
      } finally {
        KILLER.after(0);
      }
    }

    private void nightIsOver(boolean alone) {
      for (String member : members) {
        model.afterNight(
            member, night.toString(), alone, nights.transfers.of(member), dojo.booked());
      }
    }

    /// What holds after every step.
    void holds() {
      members.forEach(this::holds);
    }

    private void holds(String member) {
      Balance balance = BOOKS.balance(member);
      long reserved =
          nights.transfers.of(member).stream()
              .filter(Transfer::isOpen)
              .mapToLong(Transfer::points)
              .sum();
      assertThat(balance.transferred() + reserved + balance.transferable())
          .isEqualTo(model.earned(member));
      assertThat(balance.transferable()).isEqualTo(model.transferable(member));
      assertThat(balance.transferred()).isEqualTo(model.posted(member));
      assertThat(balance.earned().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(model.earned(member));
      assertThat(BOOKS.entries(member).stream().mapToLong(Entry::points).sum())
          .isEqualTo(balance.transferable());
    }

    /// After two nights in which all goes well, DOJO has what the ledger says, to the point.
    void endsWell() {
      happens(new Step.Night(false, Mode.OK, false, 0));
      happens(new Step.Night(false, Mode.OK, false, 0));
      holds();
      Map<String, Long> posted =
          members.stream()
              .flatMap(member -> posted(member))
              .collect(Collectors.toMap(Transfer::reference, Transfer::dojoPoints));
      assertThat(dojo.booked()).isEqualTo(posted);
      for (String member : members) {
        assertThat(nights.transfers.of(member)).noneMatch(Transfer::isOpen);
        assertThat(dojo.bookedOf(member)).isEqualTo(BOOKS.balance(member).transferred());
        assertThat(nights.reconcile(member)).isNotInstanceOf(ReconciliationOutcome.SetRight.class);
        if (model.isAutomatic(member)) {
          assertThat(BOOKS.balance(member).transferable()).isLessThanOrEqualTo(0);
        }
      }
      assertThat(nights.metrics.counts().keySet()).isSubsetOf(Metric.TRANSFERS_OVERDUE);
    }

    private Stream<Transfer> posted(String member) {
      return nights.transfers.of(member).stream()
          .filter(transfer -> transfer.state() == State.POSTED);
    }
  }
}
