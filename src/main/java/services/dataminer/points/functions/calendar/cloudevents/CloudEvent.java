package services.dataminer.points.functions.calendar.cloudevents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import services.dataminer.points.functions.calendar.sender.Delivery;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.JsonBody;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Value;

/// A CloudEvent 1.0 over HTTP, in structured mode (its attributes are beside `data`) or in binary
/// mode (they are `ce-*` headers, and the body is its data).
final class CloudEvent {

  private static final int LONGEST_ATTRIBUTE = 1_024;
  private static final Pattern SPEC_VERSION = Pattern.compile("1\\.0");
  private static final Pattern JSON_TYPE =
      Pattern.compile("application/([a-z0-9.-]+\\+)?json *(;.*)?", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._/-]{1,100}");
  private static final String DATA = "data";
  private static final String DATA_BASE64 = "data_base64";

  private CloudEvent() {}

  /// What an event in structured mode reports.
  ///
  /// @param signedAt when it was signed, for events without a time of their own
  /// @throws ProblemException 422 naming each field that is missing or makes no sense
  static WebhookOutcome structured(ObjectNode body, Delivery delivery, Instant signedAt) {
    return Fields.lenient(body)
        .read(
            event -> {
              if (event.has(DATA_BASE64) && !event.has(DATA)) {
                decode(event, body);
              }
              event.optional("datacontenttype", type -> type.text(JSON_TYPE, "application/json"));
              return outcome(event::at, () -> event.at(DATA).fields(), delivery, signedAt);
            });
  }

  /// What an event in binary mode reports. A violation in a header has the header's name.
  ///
  /// @param signedAt when it was signed, for events without a time of their own
  /// @throws ProblemException 422 naming each field that is missing or makes no sense
  static WebhookOutcome binary(
      Request request, ObjectNode body, Delivery delivery, Instant signedAt) {
    return Fields.lenient(body)
        .read(
            data ->
                outcome(
                    name -> data.beside("ce-" + name, request.header("ce-" + name)),
                    () -> data,
                    delivery,
                    signedAt));
  }

  /// The body itself is JSON: what is wrong inside its text is wrong with a field of it.
  private static void decode(Fields event, ObjectNode body) {
    String base64 = event.text(DATA_BASE64, Integer.MAX_VALUE);
    if (event.sound(DATA_BASE64)) {
      try {
        body.set(DATA, JsonBody.tree(Base64.getDecoder().decode(base64)));
      } catch (IllegalArgumentException | ProblemException _) {
        event.addViolation(DATA_BASE64, "must be JSON in base64");
      }
    }
  }

  private static WebhookOutcome outcome(
      Function<String, Value> attributes,
      Supplier<Fields> data,
      Delivery delivery,
      Instant signedAt) {
    attributes.apply("specversion").text(SPEC_VERSION, "1.0");
    attributes.apply("id").text(LONGEST_ATTRIBUTE);
    attributes.apply("source").text(LONGEST_ATTRIBUTE);
    String type = attributes.apply("type").text(LONGEST_ATTRIBUTE);
    Value time = attributes.apply("time");
    Instant at = time.isMissing() ? signedAt : time.instant();
    if (type.isEmpty() || type.equals(MeetingEnded.TYPE)) {
      return MeetingEnded.outcome(data.get(), at, delivery);
    }
    String name = PLAIN_NAME.matcher(type).matches() ? type : "in an invalid format";
    return new WebhookOutcome.Ignored(
        "event type " + name + ": only " + MeetingEnded.TYPE + " counts");
  }
}
