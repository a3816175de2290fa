package services.dataminer.points.chaos;

import com.fasterxml.jackson.databind.node.ObjectNode;
import services.dataminer.points.chaos.model.Happening.StatementMade;
import services.dataminer.points.chaos.model.Happening.StatementVoided;
import services.dataminer.points.chaos.model.Happening.Step;
import services.dataminer.points.chaos.model.World;
import services.dataminer.points.platform.json.Json;

/// Writes what learning platforms send.
///
/// @param world says by which address or account a learner is known
record StatementLetters(World world) {
  private static final String ADL = "http://adlnet.gov/expapi/";

  ObjectNode made(StatementMade one) {
    ObjectNode statement = Json.MAPPER.createObjectNode().put("id", one.id().toString());
    statement.set("actor", actor(one));
    statement.putObject("verb").put("id", verb(one.step()));
    boolean attempt = one.step() == Step.ATTEMPT_PASSED || one.step() == Step.ATTEMPT_FAILED;
    if (attempt) {
      object(statement, one.object() + "&attempt=" + one.id(), "activities/attempt");
      ObjectNode quiz =
          statement
              .putObject("context")
              .putObject("contextActivities")
              .putArray("parent")
              .addObject();
      quiz.put("id", one.object());
      quiz.putObject("definition").put("type", ADL + "activities/assessment");
    } else {
      statement.putObject("object").put("id", one.object());
    }
    statement.put("timestamp", one.at().toString());
    switch (one.step()) {
      case PASSED, ATTEMPT_PASSED -> success(statement, true);
      case FAILED, ATTEMPT_FAILED -> success(statement, false);
      case COMPLETED, SATISFIED -> statement.putObject("result").put("completion", true);
      case REGISTERED, UNCOMPLETED, LAUNCHED -> {
        // Without a result.
      }
    }
    return statement;
  }

  ObjectNode voided(StatementVoided one) {
    ObjectNode statement = Json.MAPPER.createObjectNode().put("id", one.id().toString());
    statement.putObject("actor").put("mbox", "mailto:admin@lms.example");
    statement.putObject("verb").put("id", ADL + "verbs/voided");
    statement
        .putObject("object")
        .put("objectType", "StatementRef")
        .put("id", one.statement().id().toString());
    return statement.put("timestamp", one.at().toString());
  }

  private ObjectNode actor(StatementMade one) {
    World.Person learner =
        world.people().stream()
            .filter(person -> person.id().equals(one.person()))
            .findFirst()
            .orElseThrow();
    ObjectNode actor = Json.MAPPER.createObjectNode();
    if (one.byAccount()) {
      actor
          .putObject("account")
          .put("homePage", "https://lms.example")
          .put("name", learner.account());
    } else {
      actor.put("mbox", "mailto:" + learner.addresses().getFirst());
    }
    return actor;
  }

  private static String verb(Step step) {
    return switch (step) {
      case REGISTERED -> ADL + "verbs/registered";
      case COMPLETED, ATTEMPT_PASSED, ATTEMPT_FAILED -> ADL + "verbs/completed";
      case SATISFIED -> "https://w3id.org/xapi/adl/verbs/satisfied";
      case PASSED -> ADL + "verbs/passed";
      case FAILED -> ADL + "verbs/failed";
      case UNCOMPLETED -> "https://xapi.edlm/profiles/edlm-lms/concepts/verbs/uncompleted";
      case LAUNCHED -> ADL + "verbs/launched";
    };
  }

  private static void object(ObjectNode statement, String id, String type) {
    ObjectNode object = statement.putObject("object").put("id", id);
    object.putObject("definition").put("type", ADL + type);
  }

  private static void success(ObjectNode statement, boolean success) {
    statement.putObject("result").put("completion", true).put("success", success);
  }
}
