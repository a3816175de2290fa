package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import services.dataminer.points.program.address.Iri;

/// The course or quiz that a statement is about: its object or, where the object is one attempt at
/// a quiz, the quiz that the context names as the attempt's parent. Moodle's plug-in tells of every
/// attempt under an id of its own.
///
/// @param activity an xAPI activity
/// @param path where it stands in the statement
record LearningObject(JsonNode activity, String path) {

  private static final String QUIZ = "http://adlnet.gov/expapi/activities/assessment";
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}]+");
  private static final int LONGEST_TITLE = 200;
  private static final String ATTEMPT = "http://adlnet.gov/expapi/activities/attempt";

  /// @param statement of the shape of a statement
  /// @return empty where the statement is about something that can earn nothing: a person, another
  ///   statement, an attempt at nothing that is known to be a quiz, or a verb that says of an
  ///   attempt nothing about its quiz
  static Optional<LearningObject> of(JsonNode statement, Verb verb) {
    JsonNode object = statement.get("object");
    if (!StatementShape.typeOf(object).equals("Activity")) {
      return Optional.empty();
    }
    var subject = new LearningObject(object, "object");
    if (!subject.is(ATTEMPT)) {
      return Optional.of(subject);
    }
    return verb == Verb.COMPLETE || verb == Verb.PASS
        ? parents(statement).filter(LearningObject::isQuiz).findFirst()
        : Optional.empty();
  }

  /// The parents that the context names: a list, or one alone as senders of xAPI 0.9 wrote it.
  private static Stream<LearningObject> parents(JsonNode statement) {
    String path = "context.contextActivities.parent";
    JsonNode parent = statement.at("/" + path.replace('.', '/'));
    List<JsonNode> all = parent.isArray() ? parent.valueStream().toList() : List.of(parent);
    return Stream.iterate(0, at -> at < all.size(), at -> at + 1)
        .map(
            at ->
                new LearningObject(
                    all.get(at), parent.isArray() ? "%s[%d]".formatted(path, at) : path));
  }

  String id() {
    return activity.get("id").textValue();
  }

  /// Whether the statement itself calls it a quiz.
  boolean isQuiz() {
    return is(QUIZ);
  }

  private boolean is(String type) {
    return type().filter(type::equals).isPresent();
  }

  /// What the statement calls it; empty where it does not say or says it at excessive length.
  Optional<String> type() {
    return Optional.ofNullable(activity.path("definition").path("type").textValue())
        .filter(type -> type.length() <= Iri.LONGEST);
  }

  /// Its name, in English where there is one and else in the first language that has any letters;
  /// on one line and cut where it is too long to be listed.
  Optional<String> title() {
    JsonNode names = activity.path("definition").path("name");
    return Stream.concat(
            names.propertyStream().filter(name -> name.getKey().startsWith("en")),
            names.propertyStream())
        .map(name -> UNPRINTABLE.matcher(name.getValue().asText()).replaceAll(" ").strip())
        .filter(name -> !name.isEmpty())
        .findFirst()
        .map(LearningObject::cut);
  }

  private static String cut(String name) {
    return name.codePoints()
        .limit(LONGEST_TITLE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
