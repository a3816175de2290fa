package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.application.calendar.BookingRecords.BookingRecord;
import services.dataminer.points.application.calendar.BookingRecords.Page;
import services.dataminer.points.application.calendar.BookingRecords.Reading;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.calendar.calcom.CalcomApi.Response;
import services.dataminer.points.functions.calendar.calcom.CalcomReader.Patience;
import services.dataminer.points.ledger.watermark.Watermark;
import services.dataminer.points.program.activity.ActivityId;

@DisplayName("An answer of Cal.com's API, whatever it says,")
class CalcomRecordFuzzTest {

  private static final Instant NIGHT = Instant.parse("2026-09-30T00:30:00Z");
  private static final Watermark MARK = Watermark.first(Instant.parse("2026-08-01T00:00:00Z"));

  /// Cal.com, which says one thing and nothing else.
  private record OneAnswer(Response answer, boolean pagesByCursor) implements CalcomApi {

    @Override
    public Response booking(String uid) {
      return answer;
    }

    @Override
    public Response page(Position position) {
      return answer;
    }
  }

  @FuzzTest
  void answer(byte[] body) {
    Response answer =
        Foreign.read(() -> CalcomClient.found(new String(body, StandardCharsets.UTF_8)));
    for (boolean byCursor : new boolean[] {false, true}) {
      Reading reading = reading(new OneAnswer(answer, byCursor));
      Optional<Page> page = Foreign.read(() -> reading.since(MARK, NIGHT).next());
      page.ifPresent(it -> assertThat(it.after().readTo()).isAfterOrEqualTo(MARK.readTo()));
      page.ifPresent(it -> assertThat(it.records()).hasSizeLessThanOrEqualTo(it.bookings()));
    }
    if (answer instanceof Response.Found found) {
      found.body().path("data").forEach(CalcomRecordFuzzTest::assertSound);
      Foreign.read(
          () -> reading(new OneAnswer(answer, true)).find(ActivityId.calcom("cZQK3kWm7YtVb2")));
    }
  }

  private static Reading reading(CalcomApi api) {
    var patience = new Patience(1, Duration.ZERO, _ -> {});
    var records =
        new CalcomRecords(
            api,
            new CountedMetrics(),
            CalcomSettings.at("https://cal.example"),
            patience,
            patience);
    return records.forNight(new TimeBudget(Duration.ofHours(1)));
  }

  /// What is wrong with a booking repeats nothing of it; its digest is of what it says, and not of
  /// when.
  private static void assertSound(JsonNode booking) {
    Optional<BookingRecord> read =
        Foreign.read(() -> CalcomRecord.readable(booking, Foreign::assertNoAddress));
    if (read.isPresent() && booking instanceof ObjectNode known) {
      assertThat(CalcomRecord.read(known)).isEqualTo(read.get());
      assertThat(digest(CalcomRecord.read(known.deepCopy().put("updatedAt", NIGHT.toString()))))
          .isEqualTo(digest(read.get()));
    }
  }

  private static String digest(BookingRecord record) {
    return record.reading().record().booking().digest();
  }
}
