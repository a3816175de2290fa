package services.dataminer.points.application.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.SentMessages;
import services.dataminer.points.functions.calendar.calcom.ApiBooking;
import services.dataminer.points.functions.calendar.calcom.CalcomSettings;
import services.dataminer.points.functions.calendar.calcom.Records;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.localcloud.CalcomStandIn;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.address.MailAddress;
import services.dataminer.points.program.award.ActivityState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("A night of reconciliation")
@WholeSuite
class ReconcileBookingsTest {

  private static final ActivityId CALL = ActivityId.calcom("call");
  private static final Instant MADE = Instant.parse("2026-08-20T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-09-10T09:00:00Z");
  private static final Instant END = Instant.parse("2026-09-20T10:30:00Z");

  private final LocalTable local = LocalTable.fresh();
  private final Records records = new Records(local);

  @BeforeEach
  void enter() {
    records.program.partner("acme", "acme.example");
    records.program.member("ada", "acme", ApiBooking.ADA);
  }

  @AfterEach
  void stop() {
    records.close();
  }

  private ActivityState state(String uid) {
    return records.stored(uid).decision().orElseThrow().state();
  }

  @Test
  @DisplayName("queues nothing that webhooks told as the record does")
  void agrees() {
    records.know(ApiBooking.call("call"));
    records.announce(ApiBooking.call("call"));

    assertThat(records.night()).isEqualTo(new ReconciledBookings(1, 0));
    assertThat(records.sent.all()).isEmpty();
    assertThat(records.api.bookings).isEmpty();
  }

  @Test
  @DisplayName("finds a booking of which every webhook was lost")
  void lostWebhooks() {
    records.know(ApiBooking.call("call"));

    assertThat(records.worked()).isEqualTo(new ReconciledBookings(1, 1));
    assertThat(state("call")).isEqualTo(ActivityState.BOOKED);
    assertThat(records.night()).isEqualTo(new ReconciledBookings(1, 0));
  }

  @Test
  @DisplayName("sends what it finds to the queue of its place")
  void queues() {
    records.know(
        ApiBooking.call("call"),
        ApiBooking.call("booth").put("location", "Stand 14.C10"),
        ApiBooking.call("nowhere").putNull("location"));

    records.night();

    assertThat(records.sent.all())
        .extracting(to -> to.message().activityId().value(), SentMessages.Sent::queue)
        .containsExactlyInAnyOrder(
            tuple("calcom:call", QueueName.VIRTUAL_MEETING),
            tuple("calcom:booth", QueueName.EXHIBITION_MEETING),
            tuple("calcom:nowhere", QueueName.MEETING_ATTENDANCE));
  }

  @Test
  @DisplayName("takes back what a silently cancelled meeting was paid")
  void silentlyCancelled() {
    records.announce(ApiBooking.call("call"));
    records.program.tell(CALL, new Ended(END));
    assertThat(records.program.balanceOf("ada")).isEqualTo(100);
    records.know(ApiBooking.changedAt(ApiBooking.call("call").put("status", "cancelled"), LATER));

    assertThat(records.worked()).isEqualTo(new ReconciledBookings(1, 1));

    assertThat(records.program.balanceOf("ada")).isZero();
    assertThat(records.night()).isEqualTo(new ReconciledBookings(1, 0));
  }

  @Test
  @DisplayName("pays what a wrongly understood cancellation had taken")
  void wronglyCancelled() {
    records.announce(ApiBooking.call("call"));
    records.program.tell(CALL, new Ended(END), new Cancelled(LATER));
    records.know(ApiBooking.call("call"));

    assertThat(records.worked()).isEqualTo(new ReconciledBookings(1, 1));

    assertThat(records.program.balanceOf("ada")).isEqualTo(100);
    assertThat(records.api.bookings).containsExactly("call");
    assertThat(records.night()).isEqualTo(new ReconciledBookings(1, 0));
  }

  @Test
  @DisplayName("finds a place, a host, a guest and an absence that no webhook told")
  void changes() {
    List<ObjectNode> changed =
        List.of(
            ApiBooking.call("place").put("location", "Stand 14.C10"),
            ApiBooking.call("host"),
            ApiBooking.call("guest"),
            ApiBooking.call("absent").put("absentHost", true),
            ApiBooking.call("moved").put("end", "2026-09-20T11:00:00Z"));
    changed.get(1).set("hosts", ApiBooking.people(List.of("tom@skyline.be")));
    changed.get(2).putArray("guests").add("dan@customer.example");
    for (ObjectNode booking : changed) {
      records.announce(ApiBooking.call(booking.path("uid").asText()));
    }
    records.know(changed.stream().map(b -> ApiBooking.changedAt(b, LATER)).toList());

    assertThat(records.worked()).isEqualTo(new ReconciledBookings(5, 5));
    assertThat(records.night()).isEqualTo(new ReconciledBookings(5, 0));
  }

  /// The page was read before the mark was announced, which the record has since.
  @Test
  @DisplayName("reads a booking again that may know more than the page")
  void readAgain() {
    ObjectNode marked = ApiBooking.call("call");
    ApiBooking.attendee(marked, 1).put("absent", true);
    records.know(ApiBooking.call("call"));
    records.announce(ApiBooking.call("call"));
    records.program.tell(
        CALL, new Attendance(LATER, new MailAddress(ApiBooking.CARL).identity(), true));
    records.api.beforeBooking(() -> records.know(marked));

    assertThat(records.worked()).isEqualTo(new ReconciledBookings(1, 0));

    assertThat(records.api.bookings).containsExactly("call");
    assertThat(records.stored("call").meeting().recorded()).isEmpty();
  }

  @Test
  @DisplayName("believes the record that it read again")
  void readAgainAndBelieved() {
    records.know(ApiBooking.call("call"));
    records.announce(ApiBooking.call("call"));
    records.program.tell(
        CALL, new Attendance(LATER, new MailAddress(ApiBooking.CARL).identity(), true));

    assertThat(records.worked()).isEqualTo(new ReconciledBookings(1, 1));

    assertThat(records.stored("call").meeting().recorded().orElseThrow().at()).isEqualTo(LATER);
    assertThat(records.night()).isEqualTo(new ReconciledBookings(1, 0));
  }

  @Test
  @DisplayName("leaves a booking to its webhooks that was deleted before it was read again")
  void deletedMeanwhile() {
    records.know(ApiBooking.call("call"));
    records.announce(ApiBooking.call("call"));
    records.program.tell(CALL, new Cancelled(LATER));
    records.api.beforeBooking(records::know);

    assertThat(records.night()).isEqualTo(new ReconciledBookings(1, 0));
  }

  @Test
  @DisplayName("takes a record that changed without a word of when")
  void sameTime() {
    records.know(ApiBooking.call("call"));
    records.worked();
    ObjectNode marked = ApiBooking.call("call").put("absentHost", true);
    records.know(marked);

    assertThat(records.worked()).isEqualTo(new ReconciledBookings(1, 1));

    assertThat(records.stored("call").meeting().recorded().orElseThrow().at())
        .isEqualTo(MADE.plusMillis(1));
    assertThat(records.night()).isEqualTo(new ReconciledBookings(1, 0));
  }

  @Test
  @DisplayName("passes over a booking that makes no sense, counts it, and reads the others")
  void unreadable() {
    ObjectNode broken = ApiBooking.call("broken");
    broken.remove("start");
    records.know(broken, ApiBooking.call("call"));

    assertThat(records.night()).isEqualTo(new ReconciledBookings(2, 1));

    assertThat(records.queued()).containsExactly("calcom:call");
    assertThat(records.metrics.counts()).isEqualTo(Map.of(Metric.BOOKINGS_UNREADABLE, 1L));
  }

  @Test
  @DisplayName("says which activity it could not read, after all the others")
  void unreadableActivity() {
    records.announce(ApiBooking.call("broken"));
    local
        .client()
        .updateItem(
            update ->
                update
                    .tableName(local.name())
                    .key(Keys.activity(ActivityId.calcom("broken")).attributes())
                    .updateExpression("SET facts = :facts")
                    .expressionAttributeValues(Map.of(":facts", AttributeValue.fromS("?"))));
    records.know(ApiBooking.call("broken"), ApiBooking.call("call"));

    assertThatThrownBy(records::night)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("calcom:broken");

    assertThat(records.queued()).containsExactly("calcom:call");
  }

  @Test
  @DisplayName("does nothing while reconciliation is off")
  void off() {
    try (var off = new Records(local, CalcomSettings::off)) {
      off.know(ApiBooking.call("call"));

      assertThat(off.night()).isEqualTo(new ReconciledBookings(0, 0));
      assertThat(off.api.pages).isEmpty();
      assertThat(off.readTo()).isEmpty();
    }
  }

  @Test
  @DisplayName("begins sixty days back, and a minute before where it was")
  void watermark() {
    records.know(
        ApiBooking.changedAt(ApiBooking.call("old"), Records.NIGHT.minus(Duration.ofDays(61))),
        ApiBooking.changedAt(ApiBooking.call("new"), LATER));

    assertThat(records.night()).isEqualTo(new ReconciledBookings(1, 1));

    assertThat(records.readTo()).contains(LATER);
    records.night();
    assertThat(records.api.pages.getLast().updatedFrom()).isEqualTo(LATER.minusSeconds(60));
  }

  @Test
  @DisplayName(
      "goes on where it stopped when its time was up, and counts what it left for too long")
  void timeUp() {
    records.know(many(250));
    var nanos = new AtomicLong();
    records.api.beforePage(() -> nanos.addAndGet(Duration.ofSeconds(40).toNanos()));

    ReconciledBookings first =
        records.night(local, new TimeBudget(Duration.ofSeconds(60), nanos::get));
    assertThat(records.metrics.counts()).isEqualTo(Map.of(Metric.WATERMARK_OVERDUE, 1L));
    ReconciledBookings rest = records.night();

    assertThat(records.metrics.counts()).isEqualTo(Map.of(Metric.WATERMARK_OVERDUE, 1L));
    assertThat(first).isEqualTo(new ReconciledBookings(199, 199));
    assertThat(rest.changed()).isGreaterThanOrEqualTo(51);
    assertThat(records.queued().stream().distinct()).hasSize(250);
  }

  @Test
  @DisplayName("counts nothing while what it left has changed within two days")
  void leftForOneNight() {
    List<ObjectNode> bookings = many(250);
    bookings.forEach(
        booking -> ApiBooking.changedAt(booking, Records.NIGHT.minus(Duration.ofHours(47))));
    records.know(bookings);
    records.night();
    records.calcom.behave(CalcomStandIn.Mode.DOWN);

    assertThatThrownBy(records::night).hasMessageContaining("then stopped");

    assertThat(records.metrics.counts()).isEmpty();
  }

  @Test
  @DisplayName("reads a page again that did not get onto the queues")
  void queueDown() {
    records.know(many(150));
    records.sent.goDown();

    assertThatThrownBy(records::night).isInstanceOf(Unavailable.class);

    assertThat(records.readTo()).isEmpty();
  }

  @Test
  @DisplayName("misses nobody who changes while it reads, and reads many of one instant")
  void moving() {
    List<ObjectNode> bookings = new ArrayList<>(many(300));
    IntStream.range(0, 250).forEach(n -> ApiBooking.changedAt(bookings.get(n), LATER));
    records.know(bookings);
    records.api.beforePage(
        () -> {
          int page = records.api.pages.size();
          if (page <= 3) {
            ApiBooking.changedAt(bookings.get(page), LATER.plusSeconds(10_000 + page));
          }
        });

    records.night();

    assertThat(records.queued().stream().distinct()).hasSize(300);
  }

  @Test
  @DisplayName("follows cursors, and goes on with one")
  void cursors() {
    try (var later = new Records(local, settings -> settings.version("2026-05-01"))) {
      later.know(many(250));
      var nanos = new AtomicLong();
      later.api.beforePage(() -> nanos.addAndGet(Duration.ofSeconds(40).toNanos()));

      assertThat(later.night(local, new TimeBudget(Duration.ofSeconds(60), nanos::get)))
          .isEqualTo(new ReconciledBookings(200, 200));
      assertThat(later.readTo()).contains(Records.NIGHT.minus(ReconcileBookings.FIRST_READ));

      assertThat(later.night()).isEqualTo(new ReconciledBookings(50, 50));
      assertThat(later.queued().stream().distinct()).hasSize(250);
      assertThat(later.readTo()).contains(LATER.plusSeconds(249 * 90));
      later.work();
      assertThat(later.night()).isEqualTo(new ReconciledBookings(1, 0));
    }
  }

  @Test
  @DisplayName("reads an organization's bookings")
  void organization() {
    try (var ours = new Records(local, settings -> settings.organization("42"))) {
      ours.know(ApiBooking.call("call"));

      assertThat(ours.night()).isEqualTo(new ReconciledBookings(1, 1));
    }
  }

  @Test
  @DisplayName("alarms and says so when the key was revoked")
  void revoked() {
    records.calcom.behave(CalcomStandIn.Mode.REVOKED);

    assertThatThrownBy(records::night).hasMessageContaining("refuses the API key with 401");

    assertThat(records.metrics.counts())
        .isEqualTo(Map.of(Metric.CALCOM_KEY_REFUSED, 1L, Metric.WATERMARK_OVERDUE, 1L));
    assertThat(records.pauses).isEmpty();
  }

  @Test
  @DisplayName("waits as it is asked to, and stops in the end")
  void limited() {
    records.calcom.behave(CalcomStandIn.Mode.LIMIT);

    assertThatThrownBy(records::night).hasMessageContaining("answered 429 on the last attempt");

    assertThat(records.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(records.metrics.counts()).isEqualTo(Map.of(Metric.WATERMARK_OVERDUE, 1L));
  }

  @Test
  @DisplayName("goes on after Cal.com had no answer for a moment")
  void downForAMoment() {
    records.know(ApiBooking.call("call"));
    records.calcom.behave(CalcomStandIn.Mode.DOWN);
    records.api.beforePage(
        () -> {
          if (records.api.pages.size() > 1) {
            records.calcom.behave(CalcomStandIn.Mode.OK);
          }
        });

    assertThat(records.night()).isEqualTo(new ReconciledBookings(1, 1));
  }

  /// Bookings that changed one after the other.
  private static List<ObjectNode> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> ApiBooking.changedAt(ApiBooking.call("b" + n), LATER.plusSeconds(n * 90L)))
        .toList();
  }
}
