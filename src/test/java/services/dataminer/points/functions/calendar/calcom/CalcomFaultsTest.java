package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.functions.calendar.Fixture;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.ProblemType;

class CalcomFaultsTest {

  @ParameterizedTest(name = "{0}: {1} = {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "created      | /payload/uid                   | (none)       | payload.uid",
        "created      | /payload/uid                   | \"\"         | payload.uid",
        "created      | /payload/uid                   | \"a b\"      | payload.uid",
        "created      | /payload/uid                   | \"a#b\"      | payload.uid",
        "created      | /payload/uid                   | 91           | payload.uid",
        "created      | /payload/startTime             | (none)       | payload.startTime",
        "created      | /payload/startTime             | \"soon\"     | payload.startTime",
        "created      | /payload/startTime             | 1789122600   | payload.startTime",
        "created      | /payload/startTime             | \"1970-01-01T00:00:00Z\" | payload.startTime",
        "created      | /payload/endTime               | \"2026-09-12T10:00:00Z\" | payload.endTime",
        "created      | /payload/endTime               | \"2026-09-12T09:00:00Z\" | payload.endTime",
        "created      | /payload/endTime               | null         | payload.endTime",
        "created      | /createdAt                     | (none)       | createdAt",
        "created      | /createdAt                     | \"2026\"     | createdAt",
        "created      | /payload                       | (none)       | payload",
        "created      | /payload                       | []           | payload",
        "created      | /payload                       | \"text\"     | payload",
        "created      | /payload/organizer/email       | \"host\"     | payload.organizer.email",
        "created      | /payload/attendees/0/email     | \"ada\"      | payload.attendees[0].email",
        "created      | /payload/attendees/1           | \"ben\"      | payload.attendees[1]",
        "created      | /payload/attendees             | {\"a\":1}    | payload.attendees",
        "created      | /payload/responses/email/value | \"a@b@c\"    | payload.responses.email.value",
        "created      | /payload/responses/email/value | \"\\ud800@acme.example\" | payload.responses.email.value",
        "created      | /payload/responses/guests/value | [\"@\"]     | payload.responses.guests.value[0]",
        "created      | /payload/responses/guests/value | \"a@b.c\"   | payload.responses.guests.value",
        "created      | /payload/eventTypeId           | \"1131\"     | payload.eventTypeId",
        "created      | /payload/eventTypeId           | 1.5          | payload.eventTypeId",
        "rescheduled  | /payload/rescheduleUid         | \"?\"        | payload.rescheduleUid",
        "rescheduled  | /payload/uid                   | \"?\"        | payload.uid",
        "cancelled    | /payload/uid                   | (none)       | payload.uid",
        "cancelled    | /createdAt                     | (none)       | createdAt",
        "rejected     | /payload/uid                   | (none)       | payload.uid",
        "no-show      | /payload/bookingUid            | (none)       | payload.bookingUid",
        "no-show      | /payload/attendees             | {}           | payload.attendees",
        "no-show      | /payload/attendees             | (none)       | payload.attendees",
        "no-show      | /payload/attendees/1/noShow    | \"true\"     | payload.attendees[1].noShow",
        "no-show      | /payload/attendees/1/noShow    | 0            | payload.attendees[1].noShow",
        "no-show      | /createdAt                     | \"yesterday\" | createdAt",
        "ended-flat   | /uid                           | (none)       | uid",
        "ended-flat   | /startTime                     | \"\"         | startTime",
        "ended-flat   | /endTime                       | \"2026-09-12T10:00:00Z\" | endTime",
        "ended-flat   | /responses                     | {}           | attendees",
        "ended-flat   | /noShowHost                    | \"no\"       | noShowHost",
        "ended-flat   | /attendees                     | [{\"email\":\"ada@acme.example\",\"noShow\":1}] | attendees[0].noShow",
        "ended-nested | /payload/endTime               | (none)       | payload.endTime"
      })
  void A_field_that_makes_no_sense_is_named_by_its_path(
      String fixture, String pointer, String value, String field) {
    assertThat(faults(Fixture.with(Fixture.body(fixture), pointer, value)))
        .extracting(FieldViolation::field)
        .containsExactly(field);
  }

  @Test
  void Every_faulty_field_is_named_at_once() {
    ObjectNode body =
        (ObjectNode)
            Fixture.json(
                """
                {"triggerEvent":"BOOKING_RESCHEDULED","createdAt":"never",
                 "payload":{"uid":"a b","startTime":"x","eventTypeId":"x","attendees":[{"email":"x"},{}]}}
                """);

    assertThat(faults(body))
        .extracting(FieldViolation::field)
        .containsExactly(
            "createdAt",
            "payload.uid",
            "payload.attendees[0].email",
            "payload.startTime",
            "payload.endTime",
            "payload.eventTypeId");
  }

  @Test
  void An_ending_that_says_nothing_is_flat_and_all_of_it_missing() {
    assertThat(faults((ObjectNode) Fixture.json("{\"triggerEvent\":\"MEETING_ENDED\"}")))
        .extracting(FieldViolation::field)
        .containsExactly("uid", "endTime");
  }

  @Test
  void A_booking_that_names_nobody_is_refused() {
    ObjectNode body = Fixture.with(Fixture.body("created"), "/payload/attendees", "[]");

    assertThat(faults(Fixture.with(body, "/payload/responses", "{}")))
        .containsExactly(
            new FieldViolation(
                "payload.attendees",
                "must include someone with an email, unless responses.email has one"));
  }

  @Test
  void Ninety_attendees_are_taken_and_one_more_is_not() {
    assertThat(CalcomWebhook.outcome(crowd(90), Fixture.DELIVERY, false))
        .isInstanceOf(WebhookOutcome.Reported.class);
    assertThat(faults(crowd(91)))
        .containsExactly(
            new FieldViolation(
                "payload.attendees", "must name at most 90 people, guests included"));
  }

  @Test
  void Marks_are_read_of_as_many_entries_as_any_list_may_have() {
    String attendees = crowd(90).at("/payload/attendees").toString();
    ObjectNode body = Fixture.with(Fixture.body("no-show"), "/payload/attendees", attendees);

    assertThat(CalcomWebhook.outcome(body, Fixture.DELIVERY, false))
        .isInstanceOf(WebhookOutcome.Reported.class);
  }

  /// The host, everyone a second time in capitals, and so many others.
  private static ObjectNode crowd(int people) {
    String attendees =
        IntStream.range(0, people)
            .mapToObj("p%d@acme.example"::formatted)
            .flatMap(address -> List.of(address, address.toUpperCase(Locale.ROOT)).stream())
            .map("{\"email\":\"%s\"}"::formatted)
            .collect(Collectors.joining(",", "[{\"email\":\"host@skyline.be\"},", "]"));
    ObjectNode body = Fixture.with(Fixture.body("created"), "/payload/attendees", attendees);
    return Fixture.with(body, "/payload/responses", "{\"email\":\"p0@acme.example\"}");
  }

  private static List<FieldViolation> faults(ObjectNode body) {
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> CalcomWebhook.outcome(body, Fixture.DELIVERY, false));
    assertThat(refused.problem().type()).isEqualTo(ProblemType.INVALID_FIELDS);
    return refused.problem().errors();
  }
}
