package services.dataminer.points.functions.calendar;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.Oddities;

@DisplayName("Whatever calendars send")
class CalendarOdditiesTest {

  private final CalendarWebhookFunction function = AnyWebhook.function(new SentMessages());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "created",
        "rescheduled",
        "cancelled",
        "no-show",
        "ended-flat",
        "ended-nested",
        "cloudevent-exhibition"
      })
  @DisplayName("is never a fault of ours")
  void neverOurFault(String fixture) {
    String right = new String(Fixture.bytes(fixture), StandardCharsets.UTF_8);
    Oddities.tryOut(
        "POST " + fixture,
        odd -> {
          byte[] body = odd.body(right).getBytes(StandardCharsets.UTF_8);
          return (fixture.startsWith("cloudevent")
                  ? SignedRequest.structured(body)
                  : SignedRequest.calcom(body))
              .event();
        },
        function::calendarWebhook);
  }
}
