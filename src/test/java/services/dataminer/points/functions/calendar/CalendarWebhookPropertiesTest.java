package services.dataminer.points.functions.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import services.dataminer.points.application.message.MeetingMessage;
import services.dataminer.points.functions.queue.MessageJson;

class CalendarWebhookPropertiesTest {

  /// What senders, and those who pretend to be one, may put in the place of anything.
  private static final List<String> ODDITIES =
      List.of(
          "(none)",
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e30",
          "9223372036854775808",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"a@b\"",
          "\"a@b@c\"",
          "\"2026-02-30T00:00:00Z\"",
          "\"2026-09-12T10:00:00Z\"",
          "\"+999999999-12-31T23:59:59Z\"",
          "\"CANCELLED\"",
          "[]",
          "[[]]",
          "[null]",
          "[{}]",
          "[\"a@b\"]",
          "{}",
          "{\"value\":null}",
          "{\"value\":{}}",
          "{\"email\":7}",
          "\"" + "x".repeat(5_000) + "\"",
          "\"https://a\\nb\"");

  private final SentMessages queues = new SentMessages();
  private final CalendarWebhookFunction function = AnyWebhook.function(queues);

  @Property(tries = 300)
  void Any_bytes_signed_by_anyone_are_never_a_fault_of_ours(@ForAll byte[] body) {
    assertNoFault(SignedRequest.unsigned(body).base64());
    assertNoFault(SignedRequest.calcom(body).base64());
    assertNoFault(SignedRequest.structured(body).base64());
    assertNoFault(SignedRequest.binary(body).base64());
  }

  @Property(tries = 300)
  void Any_header_is_never_a_fault_of_ours(@ForAll String value) {
    byte[] body = Fixture.bytes("cloudevent-exhibition");
    assertNoFault(SignedRequest.calcom(body).header("x-cal-signature-256", value));
    for (String name :
        List.of("webhook-id", "webhook-timestamp", "webhook-signature", "content-type")) {
      assertNoFault(SignedRequest.structured(body).header(name, value));
    }
    byte[] data = Fixture.bytes("cloudevent-data-virtual");
    for (String name : List.of("ce-id", "ce-source", "ce-type", "ce-time", "ce-specversion")) {
      assertNoFault(SignedRequest.binary(data).header(name, value));
    }
  }

  @Property(tries = 1_500)
  void A_webhook_with_something_odd_in_it_is_never_a_fault_of_ours(
      @ForAll("oddWebhooks") ObjectNode body) {
    assertNoFault(SignedRequest.calcom(Fixture.bytes(body)));
  }

  @Property(tries = 500)
  void An_event_with_something_odd_in_it_is_never_a_fault_of_ours(
      @ForAll("oddEvents") ObjectNode event) {
    assertNoFault(SignedRequest.structured(Fixture.bytes(event)));
    assertNoFault(SignedRequest.binary(Fixture.bytes(event.path("data"))));
  }

  @Provide
  Arbitrary<ObjectNode> oddWebhooks() {
    return odd(Fixture.CALCOM.stream());
  }

  @Provide
  Arbitrary<ObjectNode> oddEvents() {
    return odd(Stream.of("cloudevent-exhibition"));
  }

  /// A fixture in which up to three places hold an oddity.
  private static Arbitrary<ObjectNode> odd(Stream<String> fixtures) {
    Arbitrary<List<Change>> changes =
        Combinators.combine(Arbitraries.integers().between(0, 1_000), Arbitraries.of(ODDITIES))
            .as(Change::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3);
    return Combinators.combine(Arbitraries.of(fixtures.toList()), changes)
        .as(
            (fixture, changed) -> {
              ObjectNode body = Fixture.body(fixture);
              changed.forEach(change -> change.in(body));
              return body;
            });
  }

  /// @param place which of the places of a body, counted around
  private record Change(int place, String value) {

    void in(ObjectNode body) {
      var places = new ArrayList<JsonPointer>();
      collect(body, JsonPointer.empty(), places);
      if (!places.isEmpty()) {
        Fixture.with(body, places.get(place % places.size()).toString(), value);
      }
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
      node.fieldNames()
          .forEachRemaining(
              name -> {
                places.add(at.appendProperty(name));
                collect(node.get(name), at.appendProperty(name), places);
              });
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        places.add(at.appendIndex(i));
        collect(node.get(i), at.appendIndex(i), places);
      }
    }
  }

  /// What is answered is below 500; what is sent is what the receiving end can read.
  private void assertNoFault(SignedRequest request) {
    queues.forget();
    APIGatewayV2HTTPResponse answer = function.calendarWebhook(request.event());

    assertThat(answer.getStatusCode()).isBetween(200, 499);
    assertThat(queues.all().isEmpty()).isEqualTo(answer.getStatusCode() != 202);
    for (SentMessages.Sent to : queues.all()) {
      JsonNode json = MessageJson.MAPPER.valueToTree(to.message());
      assertThat(MessageJson.MAPPER.convertValue(json, MeetingMessage.class))
          .isEqualTo(to.message());
    }
  }
}
