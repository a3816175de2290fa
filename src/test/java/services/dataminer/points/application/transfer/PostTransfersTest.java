package services.dataminer.points.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.transfer.FakeDojo.Mode;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.reconciliation.ReconciliationOutcome;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.transfer.RequestOutcome;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfer.State;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@WholeSuite
class PostTransfersTest {

  private static final Transferred NOTHING = new Transferred(0, 0, 0, 0, 0, 0);

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final Nights nights = new Nights(books);
  private final FakeDojo dojo = new FakeDojo();

  private void tamper(String member, String attribute, long value) {
    books
        .table()
        .change(
            Keys.balance(member),
            new Change().set(attribute, AttributeValue.fromN(Long.toString(value))));
  }

  @Test
  void Everything_transferable_goes_to_DOJO_once() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 1250);

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(1, 1250, 0, 0, 0, 0));
    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(NOTHING);
    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(NOTHING);

    assertThat(dojo.credit("ada.2026-09-15"))
        .contains(new Credit("ada.2026-09-15", "ada", "ada@acme.example", 1250));
    assertThat(dojo.asked()).isEqualTo(1);
    assertThat(books.balance("ada"))
        .returns(0L, Balance::transferable)
        .returns(1250L, Balance::transferred);
    assertThat(nights.transfers.find("ada", "2026-09-15"))
        .get()
        .returns(State.POSTED, Transfer::state)
        .returns(Optional.of(Nights.at("2026-09-15")), Transfer::postedAt)
        .returns(Nights.at("2026-09-15"), Transfer::at);
    assertThat(books.entries("ada").getFirst())
        .returns(Nights.at("2026-09-15"), Entry::at)
        .returns(-1250L, Entry::points)
        .returns("1,250 points transferred to DOJO automatically", Entry::reason);
    assertThat(nights.due().all(Due.TRANSFER)).isEmpty();
    assertThat(nights.due().all(Due.PROVE)).containsExactly(Keys.balance("ada"));
  }

  @Test
  void A_proved_balance_of_which_nothing_goes_leaves_the_index() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-09-14", 1250);
    nights.reconcile("ada");

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(NOTHING);

    assertThat(nights.due().all(Due.TRANSFER)).isEmpty();
    assertThat(nights.due().all(Due.PROVE)).isEmpty();
    assertThat(dojo.asked()).isZero();
  }

  @Test
  void What_is_earned_between_two_runs_of_a_night_goes_the_next_night() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    nights.night("2026-09-15", dojo);
    books.grant("ada", "b", "2026-09-15", 30);

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(NOTHING);
    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(new Transferred(1, 30, 0, 0, 0, 0));

    assertThat(dojo.booked()).isEqualTo(Map.of("ada.2026-09-15", 100L, "ada.2026-09-16", 30L));
  }

  @Test
  void Members_who_do_not_transfer_automatically_get_what_they_asked_for() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-09-14", 1250);
    assertThat(nights.request("ada", "t-1", 500, "2026-09-14"))
        .isEqualTo(new RequestOutcome.Reserved());

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(1, 500, 0, 0, 0, 0));

    assertThat(dojo.booked()).isEqualTo(Map.of("ada.t-1", 500L));
    assertThat(books.balance("ada").transferable()).isEqualTo(750);
    assertThat(nights.due().all(Due.TRANSFER)).isEmpty();
  }

  @Test
  void What_was_asked_for_is_reserved_so_that_it_cannot_be_asked_for_twice() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-09-14", 1000);

    assertThat(nights.request("ada", "t-1", 700, "2026-09-14"))
        .isEqualTo(new RequestOutcome.Reserved());
    assertThat(nights.request("ada", "t-1", 700, "2026-09-14"))
        .isEqualTo(new RequestOutcome.Reserved());
    assertThat(nights.request("ada", "t-1", 600, "2026-09-14"))
        .isEqualTo(new RequestOutcome.OfOtherPoints(700));
    assertThat(nights.request("ada", "t-2", 301, "2026-09-14"))
        .isEqualTo(new RequestOutcome.TooMany(300));
  }

  @Test
  void A_rejected_transfer_is_transferable_again_and_goes_again_the_next_night() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    dojo.behave(Mode.REJECT);

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(0, 0, 1, 0, 0, 0));
    assertThat(books.balance("ada").transferable()).isEqualTo(100);
    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(NOTHING);
    dojo.behave(Mode.OK);
    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(new Transferred(1, 100, 0, 0, 0, 0));

    assertThat(nights.state("ada", "2026-09-15")).isEqualTo(State.REJECTED);
    assertThat(books.balance("ada").transferred()).isEqualTo(100);
  }

  @Test
  void A_rejected_request_goes_again_the_next_night_and_holds_nothing_else_back() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 1250);
    nights.request("ada", "t-1", 500, "2026-09-14");
    Dojo rejecting =
        credit ->
            credit.reference().equals("ada.t-1")
                ? new Dojo.Response.Rejected("no such member")
                : dojo.credit(credit);

    assertThat(nights.night("2026-09-15", rejecting))
        .isEqualTo(new Transferred(1, 750, 1, 0, 0, 0));
    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(new Transferred(1, 500, 0, 0, 0, 0));

    assertThat(dojo.booked()).isEqualTo(Map.of("ada.2026-09-15", 750L, "ada.2026-09-16", 500L));
  }

  @Test
  void A_rejected_request_goes_again_the_next_night_even_where_the_night_runs_twice() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 500);
    nights.request("ada", "t-1", 500, "2026-09-14");
    dojo.behave(Mode.REJECT);
    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(0, 0, 1, 0, 0, 0));
    dojo.behave(Mode.OK);

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(NOTHING);
    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(new Transferred(1, 500, 0, 0, 0, 0));

    assertThat(dojo.booked()).isEqualTo(Map.of("ada.2026-09-16", 500L));
  }

  @ParameterizedTest
  @MethodSource("undecided")
  void Transfers_that_DOJO_will_not_decide_hold_up_no_one_else(Dojo.Response undecided) {
    for (int i = 0; i < 7; i++) {
      books.member("stuck" + i, false);
      books.grant("stuck" + i, "s" + i, "2026-09-01", 10);
      nights.request("stuck" + i, "t-1", 10, "2026-09-02");
    }
    Dojo stubborn =
        credit -> credit.memberId().startsWith("stuck") ? undecided : dojo.credit(credit);
    for (int night = 15; night < 20; night++) {
      nights.posting(stubborn, 1).night(Nights.at("2026-09-" + night), Nights.time());
    }
    for (int i = 0; i < 8; i++) {
      books.member("m" + i);
      books.grant("m" + i, "a" + i, "2026-09-19", 10);
    }

    assertThat(nights.night("2026-09-20", stubborn))
        .returns(8, Transferred::posted)
        .returns(80L, Transferred::points);

    assertThat(dojo.booked()).hasSize(8);
    assertThat(nights.transfers.find("stuck6", "t-1"))
        .as("the last of those stuck has had its turn")
        .get()
        .returns(true, transfer -> transfer.nights() > 1);
  }

  static List<Dojo.Response> undecided() {
    return List.of(
        new Dojo.Response.Unclear("answered 409"), new Dojo.Response.Busy("500", Optional.empty()));
  }

  @Test
  void What_could_not_be_asked_for_was_not_tried() {
    books.member("ada", false);
    books.grant("ada", "a", "2026-09-14", 100);
    nights.request("ada", "t-1", 100, "2026-09-14");
    Dojo unaskable = _ -> new Dojo.Response.NotAsked("the secret is not to be had");

    assertThat(nights.night("2026-09-15", unaskable)).isEqualTo(new Transferred(0, 0, 0, 1, 0, 0));

    assertThat(nights.transfers.find("ada", "t-1"))
        .get()
        .returns(State.REQUESTED, Transfer::state)
        .returns(0, Transfer::nights);
  }

  @Test
  void What_DOJO_did_not_answer_for_stays_pending_and_is_posted_under_its_key() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    for (Mode mode : List.of(Mode.GARBAGE, Mode.DOWN, Mode.LOSE)) {
      dojo.behave(mode);
      assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(0, 0, 0, 1, 0, 0));
      assertThat(books.balance("ada").transferred()).isZero();
      assertThat(nights.state("ada", "2026-09-15")).isEqualTo(State.PENDING);
    }
    dojo.behave(Mode.OK);
    books.grant("ada", "b", "2026-09-15", 20);

    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(new Transferred(2, 120, 0, 0, 0, 0));

    assertThat(dojo.booked()).isEqualTo(Map.of("ada.2026-09-15", 100L, "ada.2026-09-16", 20L));
  }

  @Test
  void A_transfer_that_three_nights_could_not_settle_raises_an_alarm() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    dojo.behave(Mode.DOWN);

    nights.night("2026-09-15", dojo);
    nights.night("2026-09-16", dojo);
    nights.night("2026-09-16", dojo);
    assertThat(nights.metrics.counts()).isEmpty();
    nights.night("2026-09-17", dojo);

    assertThat(nights.metrics.counts()).isEqualTo(Map.of(Metric.TRANSFERS_OVERDUE, 1L));
    dojo.behave(Mode.OK);
    nights.night("2026-09-18", dojo);
    assertThat(nights.metrics.counts()).isEqualTo(Map.of(Metric.TRANSFERS_OVERDUE, 1L));
  }

  @Test
  void Open_transfers_of_earlier_nights_go_before_anything_new() {
    var order = new ArrayList<String>();
    dojo.behave(Mode.DOWN);
    for (String member : List.of("ada", "ben", "zoe")) {
      books.member(member);
    }
    books.grant("zoe", "z", "2026-09-13", 10);
    nights.night("2026-09-14", dojo);
    books.grant("ada", "a", "2026-09-14", 10);
    books.grant("ben", "b", "2026-09-14", 10);
    nights.request("ben", "t-1", 5, "2026-09-14");
    dojo.behave(Mode.OK);
    Dojo watched =
        credit -> {
          order.add(credit.reference());
          return dojo.credit(credit);
        };

    nights.posting(watched, 1).night(Nights.at("2026-09-15"), Nights.time());

    assertThat(order)
        .hasSize(4)
        .startsWith("zoe.2026-09-14", "ben.t-1")
        .contains("ada.2026-09-15", "ben.2026-09-15");
  }

  @Test
  void A_member_whose_balance_is_not_what_the_entries_say_is_not_paid() {
    books.member("ada");
    books.member("ben");
    books.grant("ada", "a", "2026-09-14", 100);
    books.grant("ben", "b", "2026-09-14", 100);
    nights.request("ada", "t-1", 10, "2026-09-14");
    tamper("ada", "transferable", 100_000);

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(1, 100, 0, 0, 1, 0));

    assertThat(dojo.booked()).containsOnlyKeys("ben.2026-09-15");
    assertThat(nights.metrics.counts()).isEqualTo(Map.of(Metric.TRANSFERS_WITHHELD, 1L));
    assertThat(nights.reconcile("ada")).isInstanceOf(ReconciliationOutcome.SetRight.class);
    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(new Transferred(2, 100, 0, 0, 0, 0));
    assertThat(dojo.bookedOf("ada")).isEqualTo(100);
  }

  @Test
  void A_transfer_whose_points_no_entry_took_is_not_posted() {
    books.member("ada");
    books.grant("ada", "a", "2026-09-14", 100);
    nights.request("ada", "t-1", 10, "2026-09-14");
    Transfer transfer = nights.transfers.find("ada", "t-1").orElseThrow();
    books.table().write(books.table().transaction().delete(transfer.reservation()));
    tamper("ada", "transferable", 100);

    assertThat(nights.night("2026-09-15", dojo).skipped()).isEqualTo(1);

    assertThat(dojo.booked()).doesNotContainKey("ada.t-1");
    assertThat(nights.metrics.counts()).isEqualTo(Map.of(Metric.TRANSFERS_WITHHELD, 1L));
  }

  @Test
  void A_member_without_an_address_is_passed_over_until_there_is_one() {
    books.member("ada", true, Optional.empty());
    books.grant("ada", "a", "2026-09-14", 100);

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(0, 0, 0, 0, 1, 0));
    assertThat(nights.metrics.counts()).isEmpty();
    books.member("ada");

    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(new Transferred(1, 100, 0, 0, 0, 0));
  }

  @Test
  void A_reversal_after_the_transfer_is_filled_by_later_awards_first() {
    books.member("ada");
    books.grant("ada", "a", "2024-05-01", 100);
    nights.night("2026-09-15", dojo);
    books.grant("ada", "a", "2024-05-01", 40);
    assertThat(books.balance("ada").transferable()).isEqualTo(-60);
    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(NOTHING);

    books.grant("ada", "b", "2026-09-16", 50);
    assertThat(nights.night("2026-09-17", dojo)).isEqualTo(NOTHING);
    assertThat(nights.request("ada", "t-1", 1, "2026-09-17"))
        .isEqualTo(new RequestOutcome.TooMany(-10));
    books.grant("ada", "c", "2025-09-16", 25);

    assertThat(nights.night("2026-09-18", dojo)).isEqualTo(new Transferred(1, 15, 0, 0, 0, 0));
    assertThat(dojo.bookedOf("ada")).isEqualTo(115);
  }

  @Test
  void A_dead_DOJO_ends_the_run_after_a_few_and_the_rest_is_said_to_be_left() {
    for (int i = 0; i < 30; i++) {
      books.member("m" + i);
      books.grant("m" + i, "a" + i, "2026-09-14", 10);
    }
    dojo.behave(Mode.DOWN);

    Transferred result = nights.night("2026-09-15", dojo);

    assertThat(result.pending()).isBetween(5, 5 + 3);
    assertThat(result.left()).isEqualTo(30 - result.pending());
    assertThat(dojo.asked()).isLessThanOrEqualTo(8 * CreditSender.ATTEMPTS);
    dojo.behave(Mode.OK);
    assertThat(nights.night("2026-09-16", dojo)).isEqualTo(new Transferred(30, 300, 0, 0, 0, 0));
  }

  @Test
  void A_run_whose_time_is_up_stops_and_says_what_is_left() {
    for (int i = 0; i < 6; i++) {
      books.member("m" + i);
      books.grant("m" + i, "a" + i, "2026-09-14", 10);
    }
    var nanos = new AtomicLong();
    Dojo slow =
        credit -> {
          nanos.addAndGet(Duration.ofMinutes(1).toNanos());
          return dojo.credit(credit);
        };
    var time = new TimeBudget(Duration.ofMinutes(2), nanos::get);

    assertThat(nights.posting(slow, 1).night(Nights.at("2026-09-15"), time))
        .isEqualTo(new Transferred(2, 20, 0, 0, 0, 4));

    assertThat(nights.night("2026-09-15", dojo)).isEqualTo(new Transferred(4, 40, 0, 0, 0, 0));
  }

  @Test
  void Two_runs_of_a_night_at_once_have_one_outcome() {
    for (int i = 0; i < 10; i++) {
      books.member("m" + i);
      books.grant("m" + i, "a" + i, "2026-09-14", 10);
      nights.request("m" + i, "t-1", 3, "2026-09-14");
    }
    var one = CompletableFuture.supplyAsync(() -> nights.night("2026-09-15", dojo));
    var other = CompletableFuture.supplyAsync(() -> nights.night("2026-09-15", dojo));

    assertThat(one.join().posted() + other.join().posted()).isEqualTo(20);
    assertThat(one.join().points() + other.join().points()).isEqualTo(100);

    assertThat(dojo.booked()).hasSize(20);
    for (int i = 0; i < 10; i++) {
      assertThat(dojo.bookedOf("m" + i)).isEqualTo(10);
      assertThat(books.balance("m" + i).transferred()).isEqualTo(10);
      assertThat(nights.reconcile("m" + i)).isEqualTo(new ReconciliationOutcome.Right());
    }
  }

  @Test
  void What_goes_wrong_with_one_member_is_told_after_all_others_are_done() {
    books.member("ada");
    books.member("ben");
    books.grant("ada", "a", "2026-09-14", 100);
    books.grant("ben", "b", "2026-09-14", 100);
    books
        .table()
        .change(
            Keys.balance("ada"),
            new Change().set("transferable", AttributeValue.fromS("no number")));

    assertThatThrownBy(() -> nights.night("2026-09-15", dojo))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("posted=1")
        .hasMessageContaining("[ada]");

    assertThat(dojo.booked()).containsOnlyKeys("ben.2026-09-15");
  }
}
