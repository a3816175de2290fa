package services.dataminer.points.application.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.calendar.BookingRecords.BookingRecord;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.calendar.calcom.ApiBooking;
import services.dataminer.points.functions.calendar.calcom.Records;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.RecordReading;
import services.dataminer.points.program.award.Decision;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

@DisplayName("A night over 2,000 bookings of which 20 changed")
@WholeSuite
class ReconciliationCostTest {

  private static final int BOOKINGS = 2_000;
  private static final int CHANGED = 20;
  private static final Instant FIRST = Instant.parse("2026-09-01T00:00:00Z");

  private final LocalTable local = LocalTable.fresh();
  private final Records records = new Records(local);
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final LocalTable counted =
      local.through(
          new ExecutionInterceptor() {
            @Override
            public void beforeExecution(
                Context.BeforeExecution context, ExecutionAttributes attributes) {
              requests.merge(context.request().getClass().getSimpleName(), 1, Integer::sum);
            }
          });

  @AfterEach
  void stop() {
    records.close();
  }

  @Test
  @DisplayName("reads by page, and queues and writes for the 20 alone")
  void night() {
    List<ObjectNode> bookings =
        IntStream.range(0, BOOKINGS)
            .mapToObj(
                n -> ApiBooking.changedAt(ApiBooking.call("b" + n), FIRST.plusSeconds(n * 10L)))
            .toList();
    store(bookings);
    IntStream.range(0, CHANGED).map(n -> n * 100 + 7).forEach(n -> change(bookings.get(n)));
    records.know(bookings);

    ReconciledBookings first = records.night(counted, new TimeBudget(Duration.ofHours(1)));

    assertThat(first).isEqualTo(new ReconciledBookings(BOOKINGS, CHANGED));
    assertThat(records.queued()).hasSize(CHANGED).doesNotHaveDuplicates();
    // A page has one booking of the page before: it begins at its last instant.
    assertThat(records.api.pages).hasSize(21);
    assertThat(records.api.bookings).isEmpty();
    // A batch read of each page and of the watermark; the watermark is all that is written.
    assertThat(requests).isEqualTo(Map.of("BatchGetItemRequest", 22, "UpdateItemRequest", 21));

    records.work();
    assertThat(IntStream.range(0, BOOKINGS).filter(this::isRecorded).count()).isEqualTo(CHANGED);

    requests.clear();
    records.api.pages.clear();
    ReconciledBookings second = records.night(counted, new TimeBudget(Duration.ofHours(1)));

    assertThat(second.bookings()).isLessThanOrEqualTo(8);
    assertThat(second.changed()).isZero();
    assertThat(records.api.pages).hasSizeLessThanOrEqualTo(2);
    assertThat(requests).doesNotContainKey("UpdateItemRequest");
  }

  private boolean isRecorded(int number) {
    return number % 100 == 7 && records.stored("b" + number).meeting().recorded().isPresent();
  }

  /// The calendar keeps the order of changes; here the change counts where it stood.
  private static void change(ObjectNode booking) {
    Instant before = Instant.parse(booking.path("updatedAt").asText());
    ApiBooking.changedAt(booking.put("status", "cancelled"), before.plusSeconds(5));
  }

  /// What webhooks told of each, a second after it was made.
  private void store(List<ObjectNode> bookings) {
    var writes = new ArrayList<WriteRequest>();
    for (ObjectNode booking : bookings) {
      BookingRecord record = ApiBooking.read(booking);
      List<MeetingFact> facts =
          List.of(Records.booked(new BookingRecord(record.meeting(), named(record))));
      ActivityRecord activity =
          ActivityRecord.unknown(record.meeting(), ActivityKind.MEETING)
              .withDecision(
                  Meeting.of(record.meeting(), facts).facts(),
                  new TreeMap<>(),
                  new Decision.Unknown("told by webhooks"));
      Map<String, AttributeValue> item = new HashMap<>(Document.of(activity));
      item.putAll(Keys.activity(record.meeting()).attributes());
      item.put("version", AttributeValue.fromN("1"));
      writes.add(WriteRequest.builder().putRequest(put -> put.item(item)).build());
    }
    for (int from = 0; from < writes.size(); from += 25) {
      List<WriteRequest> batch = writes.subList(from, Math.min(from + 25, writes.size()));
      local.client().batchWriteItem(write -> write.requestItems(Map.of(local.name(), batch)));
    }
  }

  private RecordReading named(BookingRecord record) {
    return record.reading().naming(records.program.directory::kept);
  }
}
