package services.dataminer.points.e2e;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes xAPI statements as learning management systems do.
public final class Xapi {

  private Xapi() {}

  /// What an LMS says of a learner.
  ///
  /// @param id a UUID; empty where the LMS leaves it out, as Moodle does
  /// @param actor see [#mailbox(String)] and [#account(String)]
  /// @param verb its IRI
  /// @param object the IRI of a course or quiz
  /// @param result JSON of the result; empty where there is none
  /// @param timestamp when it was, in any form of ISO 8601
  public record Statement(
      Optional<String> id,
      String actor,
      String verb,
      String object,
      String result,
      String timestamp) {

    public String json() {
      return """
          {%s"actor":%s,"verb":{"id":"%s","display":{"en":"said"}},"object":{"id":"%s"}%s,"timestamp":"%s"}"""
          .formatted(
              id.map("\"id\":\"%s\","::formatted).orElse(""),
              actor,
              verb,
              object,
              result.isEmpty() ? "" : ",\"result\":" + result,
              timestamp);
    }

    /// The statement, with the title that the LMS gives the object.
    public String titled(String title) {
      String named = "\"object\":{\"id\":\"" + object + "\"";
      return json().replace(named, named + ",\"definition\":{\"name\":{\"en\":\"" + title + "\"}}");
    }

    Statement under(String otherId) {
      return new Statement(Optional.of(otherId), actor, verb, object, result, timestamp);
    }
  }

  public static Statement registered(String actor, String object, String timestamp) {
    return adl("registered", actor, object, "", timestamp);
  }

  public static Statement completed(String actor, String object, String timestamp) {
    return adl("completed", actor, object, "{\"completion\":true}", timestamp);
  }

  public static Statement passed(String actor, String object, String timestamp) {
    return adl("passed", actor, object, score(true), timestamp);
  }

  /// An attempt at a quiz as Moodle's plug-in reports it: about the attempt, with the quiz as
  /// parent.
  static String attempt(String address, String quiz, int number, boolean success) {
    return """
        [{"actor":{"mbox":"mailto:%s"},"verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},
          "object":{"id":"%s&attempt=%d","definition":{"type":"http://adlnet.gov/expapi/activities/attempt"}},
          "timestamp":"2026-09-0%3$dT10:00:00Z","result":{"completion":true,"success":%4$s},
          "context":{"contextActivities":{"parent":[
            {"id":"%2$s","definition":{"type":"http://adlnet.gov/expapi/activities/assessment"}},
            {"id":"https://lms.example/course","definition":{"type":"http://id.tincanapi.com/activitytype/section"}}]}}}]"""
        .formatted(address, quiz, number, success);
  }

  public static Statement failed(String actor, String object, String timestamp) {
    return adl("failed", actor, object, score(false), timestamp);
  }

  private static Statement adl(
      String verb, String actor, String object, String result, String timestamp) {
    return new Statement(
        Optional.empty(),
        actor,
        "http://adlnet.gov/expapi/verbs/" + verb,
        object,
        result,
        timestamp);
  }

  private static String score(boolean success) {
    return "{\"success\":%s,\"score\":{\"scaled\":%s}}".formatted(success, success ? 0.9 : 0.4);
  }

  /// An administrator of the LMS takes a statement back.
  public static String voided(String id, String statementId, String timestamp) {
    return """
        {"id":"%s","actor":%s,"verb":{"id":"http://adlnet.gov/expapi/verbs/voided"},
         "object":{"objectType":"StatementRef","id":"%s"},"timestamp":"%s"}"""
        .formatted(id, mailbox("admin@lms.example"), statementId, timestamp);
  }

  public static String mailbox(String address) {
    return "{\"objectType\":\"Agent\",\"mbox\":\"mailto:" + address + "\"}";
  }

  /// A user of `https://lms.example`, as Moodle's plug-in names people.
  public static String account(String user) {
    return "{\"account\":{\"homePage\":\"https://lms.example\",\"name\":\"" + user + "\"}}";
  }

  public static String batch(String... statements) {
    return Arrays.stream(statements).collect(Collectors.joining(",", "[", "]"));
  }
}
