package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.activity.StatementItem;
import services.dataminer.points.platform.http.FieldViolation;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;

/// The statements of one request, which are accepted together or not at all.
///
/// @param statements in the order in which they were sent
/// @param single whether the body was one statement and not a list
record Batch(List<SentStatement> statements, boolean single) {

  /// The most that one request may hold.
  static final int MOST = 1_000;

  /// The statements of a body that is one or a list of them.
  ///
  /// @param attachments that came with them
  /// @throws ProblemException 400 naming the first statement that is not valid
  static Batch of(JsonNode body, Attachments attachments) {
    List<JsonNode> sent =
        body instanceof ArrayNode list ? List.copyOf(list.valueStream().toList()) : List.of(body);
    if (sent.size() > MOST) {
      // 400, so that senders which halve a batch on it get it through.
      throw Problem.invalidRequest(
              "A request may contain at most %d statements; this one contains %d. Nothing was stored: send fewer."
                  .formatted(MOST, sent.size()))
          .asException();
    }
    var read = new ArrayList<SentStatement>();
    for (JsonNode node : sent) {
      var place = new Place(read.size(), sent.size(), body.isArray());
      read.add(statement(node, place, attachments));
    }
    attachments.refuseOthers();
    var batch = new Batch(List.copyOf(read), !body.isArray());
    batch.refuseEqualIds();
    return batch;
  }

  private static SentStatement statement(JsonNode node, Place place, Attachments attachments) {
    refuse(StatementShape.of(node).violation(node), node, place);
    refuse(attachments.violation((ObjectNode) node), node, place);
    SentStatement statement = SentStatement.of((ObjectNode) node);
    refuse(statement.violation(), node, place);
    return statement;
  }

  private void refuseEqualIds() {
    var first = new HashMap<String, Integer>();
    for (int at = 0; at < statements.size(); at++) {
      SentStatement statement = statements.get(at);
      Integer before =
          statement.sentId().isPresent() ? first.putIfAbsent(statement.key(), at) : null;
      if (before != null) {
        var violation = new Shape.Violation("id", "is also the id of statement " + (before + 1));
        refuse(Optional.of(violation), statement.body(), new Place(at, statements.size(), !single));
      }
    }
  }

  /// Where a statement stands in its request.
  private record Place(int at, int of, boolean listed) {

    String field(String path) {
      String step = listed ? "[" + at + "]" : "";
      return step.isEmpty() || path.isEmpty() ? step + path : step + "." + path;
    }
  }

  private static void refuse(Optional<Shape.Violation> found, JsonNode statement, Place place) {
    if (found.isPresent()) {
      Shape.Violation violation = found.get();
      // An id that is not valid is not repeated: it can be anything.
      String id = statement.path("id").asText();
      throw Problem.invalidStatement(
              "Statement %d of %d%s is invalid: %s %s. Nothing was stored."
                  .formatted(
                      place.at() + 1,
                      place.of(),
                      Texts.isUuid(id) ? " (id " + id + ")" : "",
                      violation.path().isEmpty() ? "it" : violation.path(),
                      violation.message()),
              new FieldViolation(place.field(violation.path()), violation.message()))
          .asException();
    }
  }

  /// The ids to answer with, in the order of the statements.
  List<String> ids() {
    return statements.stream().map(SentStatement::id).toList();
  }

  /// The ids under which a statement may be known with other content: those not made of it.
  List<String> sentKeys() {
    return statements.stream()
        .filter(statement -> statement.sentId().isPresent())
        .map(SentStatement::key)
        .toList();
  }

  /// What is to be worked on: what may earn or void, each statement once, except those that were
  /// worked on before.
  ///
  /// @param known what is known of the statements, by id
  /// @param lms the name of the sender's credentials
  /// @param receivedAt when the gateway took the request
  /// @throws ProblemException 409 if one is known with other content
  List<CourseMessage> messages(Map<String, StatementItem> known, String lms, Instant receivedAt) {
    for (SentStatement statement : statements) {
      StatementItem before = known.get(statement.key());
      if (before != null && before.contradicts(statement.content().digest())) {
        throw Problem.conflict(
                "Statement %d of %d has the id %s, which is in use for other content. Nothing was stored."
                    .formatted(
                        statements.indexOf(statement) + 1, statements.size(), statement.id()))
            .asException();
      }
    }
    return statements.stream()
        .filter(statement -> !isKnown(known.get(statement.key())))
        .collect(
            Collectors.toMap(SentStatement::key, it -> it, (one, _) -> one, LinkedHashMap::new))
        .values()
        .stream()
        .flatMap(statement -> statement.message(lms, receivedAt).stream())
        .toList();
  }

  private static boolean isKnown(StatementItem item) {
    return item != null && item.isKnown();
  }
}
