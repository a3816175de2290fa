package services.dataminer.points.functions.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.application.calendar.MeetingReport;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.calendar.calcom.CalcomSender;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.outage.Unavailable;

@DisplayName("calendar-webhook")
class CalendarWebhookTest {

  private static final byte[] CREATED = Fixture.bytes("created");
  private static final byte[] EVENT = Fixture.bytes("cloudevent-exhibition");

  private final SentMessages queues = new SentMessages();
  private final CalendarWebhookFunction function = AnyWebhook.function(queues);

  @Test
  void A_signed_webhook_is_answered_202_with_its_meeting_once_it_is_on_its_queue() {
    APIGatewayV2HTTPResponse answer = answer(SignedRequest.calcom(CREATED));

    assertThat(answer.getStatusCode()).isEqualTo(202);
    assertThat(answer.getBody()).isEqualTo("{\"activityIds\":[\"calcom:cZQK3kWm7YtVb2\"]}");
    MeetingReport report =
        ((WebhookOutcome.Reported)
                new CalcomSender(SignedRequest.secrets(), AnyConfig.config().calcom())
                    .read(Request.of(SignedRequest.calcom(CREATED).event()), CREATED))
            .reports()
            .getFirst();
    assertThat(queues.all())
        .containsExactly(
            new SentMessages.Sent(
                QueueName.EXHIBITION_MEETING, MeetingMessage.of(report.meeting(), report.facts())));
  }

  @Test
  void A_rescheduled_booking_is_answered_with_both_meetings() {
    assertThat(answer(SignedRequest.calcom(Fixture.bytes("rescheduled"))).getBody())
        .isEqualTo("{\"activityIds\":[\"calcom:cZQK3kWm7YtVb2\",\"calcom:new_Uid-2\"]}");
    assertThat(queues.all()).hasSize(2);
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/payload/recurringEvent   | {\"freq\":2}                                                | SERIES_CANCELLED",
        "/payload/attendees        | [{\"email\":\"\",\"name\":\"[attendee data unavailable]\"}] | SEATS_UNNAMED",
        "/payload/attendees        | [{\"email\":\"ada@acme.example\"}]                          | "
      })
  void What_needs_a_person_is_counted(String pointer, String value, Metric metric) {
    var body = Fixture.with(Fixture.body("cancelled"), "/payload/seatsPerTimeSlot", "4");
    byte[] bytes = Fixture.bytes(Fixture.with(body, pointer, value));
    var metrics = new CountedMetrics();

    AnyWebhook.function(queues, metrics).calendarWebhook(SignedRequest.calcom(bytes).event());

    assertThat(metrics.counts()).isEqualTo(metric == null ? Map.of() : Map.of(metric, 1L));
  }

  static Stream<Arguments> accepted() {
    return Stream.of(
        Arguments.of("Cal.com", SignedRequest.calcom(CREATED)),
        Arguments.of("Cal.com, base64", SignedRequest.calcom(CREATED).base64()),
        Arguments.of(
            "Cal.com, header in capitals",
            SignedRequest.calcom(CREATED)
                .without("x-cal-signature-256")
                .header("X-CAL-SIGNATURE-256", SignedRequest.calcomSignature(CREATED))),
        Arguments.of(
            "Cal.com, with a version",
            SignedRequest.calcom(CREATED).header("x-cal-webhook-version", "2026-07-27")),
        Arguments.of("structured", SignedRequest.structured(EVENT)),
        Arguments.of("structured, base64", SignedRequest.structured(EVENT).base64()),
        Arguments.of("binary", SignedRequest.binary(Fixture.bytes("cloudevent-data-virtual"))),
        Arguments.of(
            "one of several signatures",
            SignedRequest.structured(EVENT)
                .header(
                    "webhook-signature",
                    "v1a,abc v1,AAAA "
                        + SignedRequest.standardSignature(
                            SignedRequest.STANDARD_SECRET,
                            EVENT,
                            SignedRequest.RECEIVED_AT.minusSeconds(5))
                        + " v1,BBBB")),
        Arguments.of(
            "five minutes old",
            SignedRequest.structured(EVENT).receivedLater(Duration.ofSeconds(295))),
        Arguments.of(
            "five minutes early",
            SignedRequest.structured(EVENT).receivedLater(Duration.ofSeconds(-305))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("accepted")
  void What_is_signed_is_taken(String name, SignedRequest request) {
    assertThat(answer(request).getStatusCode()).isEqualTo(202);
    assertThat(queues.all()).isNotEmpty();
  }

  static Stream<Arguments> unproven() {
    String right = SignedRequest.calcomSignature(CREATED);
    return Stream.of(
        Arguments.of("unsigned", SignedRequest.unsigned(CREATED)),
        Arguments.of("no-secret-provided", calcom("no-secret-provided")),
        Arguments.of("empty", calcom("")),
        Arguments.of("too short", calcom(right.substring(1))),
        Arguments.of("too long", calcom(right + "0")),
        Arguments.of("not hex", calcom("x".repeat(64))),
        Arguments.of("in capitals", calcom(right.toUpperCase(Locale.ROOT))),
        Arguments.of("of another body", calcom(SignedRequest.calcomSignature(EVENT))),
        Arguments.of("prefixed", calcom("sha256=" + right)),
        Arguments.of(
            "Cal.com's signature where it is not looked for",
            SignedRequest.unsigned(CREATED).header("authorization", right)),
        Arguments.of("empty list", event(r -> r.header("webhook-signature", " "))),
        Arguments.of("of another version", event(r -> r.header("webhook-signature", v2()))),
        Arguments.of(
            "by another secret",
            event(
                r ->
                    r.header(
                        "webhook-signature",
                        SignedRequest.standardSignature(
                            "whsec_YW5vdGhlcg==",
                            EVENT,
                            SignedRequest.RECEIVED_AT.minusSeconds(5))))),
        Arguments.of("of another id", event(r -> r.header("webhook-id", "msg_2"))),
        Arguments.of("without an id", event(r -> r.without("webhook-id"))),
        Arguments.of("without a time", event(r -> r.without("webhook-timestamp"))),
        Arguments.of("of another time", event(r -> r.header("webhook-timestamp", "1789209061"))),
        Arguments.of("a time that is none", event(r -> r.header("webhook-timestamp", "now"))),
        Arguments.of("too old", event(r -> r.receivedLater(Duration.ofMillis(295_001)))),
        Arguments.of("too new", event(r -> r.receivedLater(Duration.ofMillis(-305_001)))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unproven")
  void What_is_not_proven_is_answered_401_without_a_hint(String name, SignedRequest request) {
    APIGatewayV2HTTPResponse answer = answer(request);

    assertThat(answer.getStatusCode()).isEqualTo(401);
    assertThat(answer.getBody())
        .isEqualTo(answer(SignedRequest.unsigned(new byte[0])).getBody())
        .contains("The signature is missing or invalid.");
    assertThat(queues.all()).isEmpty();
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("not JSON", SignedRequest.calcom(utf8("ping")), 400),
        Arguments.of("empty", SignedRequest.calcom(new byte[0]), 400),
        Arguments.of("a list", SignedRequest.calcom(utf8("[]")), 400),
        Arguments.of("a key twice", SignedRequest.calcom(utf8("{\"a\":1,\"a\":1}")), 400),
        Arguments.of("no UTF-8", SignedRequest.calcom(new byte[] {(byte) 0xff}).base64(), 400),
        Arguments.of("a CloudEvent that is a list", SignedRequest.structured(utf8("[{}]")), 400),
        Arguments.of(
            "Cal.com as text",
            SignedRequest.calcom(CREATED).header("content-type", "text/plain"),
            415),
        Arguments.of(
            "Cal.com without a type", SignedRequest.calcom(CREATED).without("content-type"), 415),
        Arguments.of(
            "a batch of CloudEvents",
            SignedRequest.structured(EVENT)
                .header("content-type", "application/cloudevents-batch+json"),
            415),
        Arguments.of(
            "a CloudEvent in no mode", SignedRequest.binary(EVENT).without("ce-specversion"), 415),
        Arguments.of(
            "256 KiB and a byte", SignedRequest.calcom(new byte[256 * 1024 + 1]).base64(), 413),
        Arguments.of(
            "too large and not even signed",
            SignedRequest.unsigned(new byte[300 * 1024]).base64(),
            413));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("unreadable")
  void What_cannot_be_read_is_refused(String name, SignedRequest request, int status) {
    APIGatewayV2HTTPResponse answer = answer(request);

    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getHeaders()).containsEntry("content-type", "application/problem+json");
    assertThat(queues.all()).isEmpty();
  }

  @Test
  void A_body_of_just_256_KiB_is_taken() {
    String padding = " ".repeat(256 * 1024 - CREATED.length);

    assertThat(
            answer(
                    SignedRequest.calcom(
                        utf8(new String(CREATED, StandardCharsets.UTF_8) + padding)))
                .getStatusCode())
        .isEqualTo(202);
  }

  @Test
  void The_signature_is_checked_before_the_body_is_read() {
    assertThat(
            answer(SignedRequest.calcom(utf8("ping")).header("x-cal-signature-256", "00"))
                .getStatusCode())
        .isEqualTo(401);
  }

  @Test
  void A_faulty_webhook_is_answered_422_naming_the_field() {
    byte[] body = Fixture.bytes(Fixture.with(Fixture.body("created"), "/payload/uid", "7"));

    APIGatewayV2HTTPResponse answer = answer(SignedRequest.calcom(body));

    assertThat(answer.getStatusCode()).isEqualTo(422);
    assertThat(answer.getBody()).contains("\"field\":\"payload.uid\"");
    assertThat(queues.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"triggerEvent\":\"PING\",\"payload\":7}", "{\"a\":1}"})
  void What_says_nothing_is_answered_200_and_not_stored(String body) {
    APIGatewayV2HTTPResponse answer = answer(SignedRequest.calcom(utf8(body)));

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).startsWith("{\"ignored\":\"");
    assertThat(queues.all()).isEmpty();
  }

  @Test
  void A_queue_that_cannot_be_reached_is_answered_503_and_nothing_pretended() {
    queues.goDown();

    APIGatewayV2HTTPResponse answer = answer(SignedRequest.calcom(CREATED));

    assertThat(answer.getStatusCode()).isEqualTo(503);
    assertThat(answer.getHeaders()).containsEntry("retry-after", "30");
    assertThat(answer.getBody()).doesNotContain("calcom:");
  }

  @Test
  void A_secret_that_cannot_be_read_is_answered_503() {
    CalendarWebhookFunction without =
        AnyWebhook.function(
            name -> {
              throw new Unavailable("no secret " + name);
            },
            queues);

    assertThat(without.calendarWebhook(SignedRequest.calcom(CREATED).event()).getStatusCode())
        .isEqualTo(503);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          newest            | SENT            | 202
          older of two      | other,SENT      | 202
          two, on two lines | other, SENT     | 202
          third of three    | other,more,SENT | 401
          none              | other,more      | 401
          """)
  void While_secrets_are_rotated_the_first_two_are_good(String place, String secrets, int status) {
    assertThat(
            status(
                SignedRequest.calcom(CREATED),
                lines(secrets, SignedRequest.CALCOM_SECRET, "not this one")))
        .as("Cal.com: " + place)
        .isEqualTo(status);
    assertThat(
            status(
                SignedRequest.structured(EVENT),
                lines(secrets, SignedRequest.STANDARD_SECRET, "whsec_bm90IHRoaXMgb25l")))
        .as("Standard Webhooks: " + place)
        .isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"whsec_", "not base64"})
  void A_malformed_secret_beside_a_good_one_is_answered_503(String malformed) {
    assertThat(
            status(
                SignedRequest.structured(EVENT), SignedRequest.STANDARD_SECRET + "\n" + malformed))
        .isEqualTo(503);
  }

  /// The secrets, each on a line, as the parameter has them.
  private static String lines(String secrets, String sent, String other) {
    return Stream.of(secrets.split(","))
        .map(one -> one.contains("SENT") ? one.replace("SENT", sent) : other)
        .collect(Collectors.joining("\n"));
  }

  private int status(SignedRequest request, String secret) {
    return AnyWebhook.function(_ -> secret, queues)
        .calendarWebhook(request.event())
        .getStatusCode();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_not base64", "plain text"})
  void A_secret_that_can_sign_nothing_is_answered_503_and_not_401(String secret) {
    assertThat(
            AnyWebhook.function(_ -> secret, queues)
                .calendarWebhook(SignedRequest.structured(EVENT).event())
                .getStatusCode())
        .isEqualTo(503);
  }

  @Test
  void Every_fixture_of_Cal_com_is_taken_or_ignored() {
    assertThat(Fixture.CALCOM)
        .allSatisfy(
            fixture ->
                assertThat(
                        Set.of(
                            answer(SignedRequest.calcom(Fixture.bytes(fixture))).getStatusCode()))
                    .isSubsetOf(List.of(200, 202)));
  }

  private APIGatewayV2HTTPResponse answer(SignedRequest request) {
    return function.calendarWebhook(request.event());
  }

  private static SignedRequest calcom(String signature) {
    return SignedRequest.calcom(CREATED).header("x-cal-signature-256", signature);
  }

  private static SignedRequest event(UnaryOperator<SignedRequest> spoil) {
    return spoil.apply(SignedRequest.structured(EVENT));
  }

  private static String v2() {
    return SignedRequest.standardSignature(
            SignedRequest.STANDARD_SECRET, EVENT, SignedRequest.RECEIVED_AT.minusSeconds(5))
        .replace("v1,", "v2,");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
