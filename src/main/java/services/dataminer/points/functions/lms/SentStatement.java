package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.CourseMessage.Progressed;
import services.dataminer.points.application.message.CourseMessage.Statement;
import services.dataminer.points.application.message.CourseMessage.Voids;
import services.dataminer.points.platform.time.ClockTolerance;
import services.dataminer.points.platform.time.Iso8601;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.CourseFact.Step;
import services.dataminer.points.program.address.Iri;

/// A statement as it was sent, of the shape that xAPI asks for.
///
/// @param body the statement
/// @param content by which it is compared
/// @param sentId the id it was sent under; empty if none
record SentStatement(ObjectNode body, StatementContent content, Optional<String> sentId) {

  /// The longest name of a person that is kept: an account's is a home page and a name.
  private static final int LONGEST_NAME = 2 * Iri.LONGEST;

  private static final Predicate<String> MEMBERLIKE =
      Pattern.compile("[^\\p{C}]{1," + LONGEST_NAME + "}").asMatchPredicate();

  static SentStatement of(ObjectNode body) {
    return new SentStatement(
        body,
        StatementContent.of(body),
        Optional.ofNullable(body.get("id")).map(JsonNode::textValue));
  }

  /// This statement under the id that its address gives it.
  SentStatement under(String id) {
    return new SentStatement(body, content, Optional.of(id));
  }

  /// The id to answer with: as sent, or made of the content.
  String id() {
    return sentId.orElseGet(content::id);
  }

  /// The id by which it is known: UUIDs have no case.
  String key() {
    return id().toLowerCase(Locale.ROOT);
  }

  /// What its verb means here. A group's deeds are nobody's in particular and earn nothing.
  private Verb verb() {
    Verb verb = Verb.of(body);
    return verb == Verb.VOID || !Actors.isGroup(body.get("actor")) ? verb : Verb.OTHER;
  }

  private JsonNode object() {
    return body.get("object");
  }

  private Optional<LearningObject> subject() {
    return LearningObject.of(body, verb());
  }

  /// What only those statements must keep that can earn: names that can be kept.
  Optional<Shape.Violation> violation() {
    return switch (verb()) {
      case ENROL, COMPLETE, PASS, UNCOMPLETE -> subject().flatMap(this::violationOfNames);
      case VOID, OTHER -> Optional.empty();
    };
  }

  private Optional<Shape.Violation> violationOfNames(LearningObject subject) {
    if (!MEMBERLIKE.test(learner().value())) {
      return Optional.of(
          new Shape.Violation(
              "actor",
              "must have a name of at most %d characters, without control characters"
                  .formatted(LONGEST_NAME)));
    }
    if (subject.id().length() > Iri.LONGEST) {
      return Optional.of(
          new Shape.Violation(
              subject.path() + ".id", "must have at most " + Iri.LONGEST + " characters"));
    }
    return Optional.empty();
  }

  /// When it happened; when it was received, if it does not say, or says that it is still to come:
  /// the clocks of learners' devices are often wrong, and xAPI asks not to refuse what they say.
  private Instant at(Instant receivedAt) {
    return Optional.ofNullable(body.get("timestamp"))
        .flatMap(text -> Iso8601.instant(text.textValue()))
        .filter(at -> !ClockTolerance.isFuture(at, receivedAt))
        .orElse(receivedAt);
  }

  /// What in the statement may earn something or void something; empty for all others, which are
  /// kept nowhere.
  ///
  /// @param lms the name of the sender's credentials
  /// @param receivedAt when the gateway took it
  Optional<CourseMessage> message(String lms, Instant receivedAt) {
    var statement = new Statement(key(), content.digest(), lms, at(receivedAt));
    if (verb() == Verb.VOID) {
      String voided = object().get("id").textValue().toLowerCase(Locale.ROOT);
      return Optional.of(new Voids(CourseMessage.SCHEMA, statement, voided));
    }
    return subject()
        .flatMap(
            subject ->
                step(subject)
                    .map(
                        step ->
                            new Progressed(
                                CourseMessage.SCHEMA,
                                statement,
                                learner(),
                                subject.id(),
                                step,
                                subject.type(),
                                subject.title())));
  }

  private Address learner() {
    return Actors.person(body.get("actor")).orElseThrow();
  }

  /// How far the learner got. Whether the object is a course or a quiz is said by the catalogue;
  /// where the statement itself calls it a quiz, nothing but success can earn.
  private Optional<Step> step(LearningObject subject) {
    JsonNode result = body.path("result");
    boolean failed = isFalse(result.path("success"));
    boolean unfinished = isFalse(result.path("completion"));
    Optional<Step> step =
        switch (verb()) {
          case ENROL -> Optional.of(Step.ENROLLED);
          case COMPLETE ->
              Optional.of(result.path("success").asBoolean() ? Step.SUCCEEDED : Step.COMPLETED)
                  .filter(_ -> !unfinished);
          // Of something both completed and passed, some systems send only the pass.
          case PASS ->
              Optional.of(result.path("completion").asBoolean() ? Step.SUCCEEDED : Step.PASSED)
                  .filter(_ -> !failed);
          case UNCOMPLETE -> Optional.of(Step.UNCOMPLETED);
          case VOID, OTHER -> Optional.empty();
        };
    return step.filter(reached -> !subject.isQuiz() || reached.canPass());
  }

  private static boolean isFalse(JsonNode flag) {
    return flag.isBoolean() && !flag.booleanValue();
  }
}
