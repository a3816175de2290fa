package services.dataminer.points.functions.lms;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.platform.http.Answers;
import services.dataminer.points.platform.http.JsonBody;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.queue.CourseMessage;
import services.dataminer.points.platform.queue.QueueName;
import services.dataminer.points.platform.queue.Queues;

/// Takes statements: proves which learning management system sends them before reading a word,
/// checks every one, and answers once all that may earn are on the queue. What earns nothing is
/// checked and kept nowhere.
///
/// The order of the checks is fixed: size (413), credentials (401), version and parameters (400),
/// media type (415), JSON and every statement (400), known ids (409).
@Singleton
public class ReceiveStatements {

  private static final Logger LOG = Logger.getLogger(ReceiveStatements.class);
  private static final int LIMIT_BYTES = 1024 * 1024;
  private static final String JSON = "application/json";
  private static final String STATEMENT_ID = "statementId";

  private final LmsCredentials credentials;
  private final Statements statements;
  private final Queues queues;

  public ReceiveStatements(LmsCredentials credentials, Statements statements, Queues queues) {
    this.credentials = credentials;
    this.statements = statements;
    this.queues = queues;
  }

  /// `GET /xapi/about`: the versions that are taken, whatever the request's.
  APIGatewayV2HTTPResponse about(Request request) {
    credentials.sender(request);
    return Answers.ok(Map.of("version", XapiVersion.TAKEN));
  }

  /// `POST /xapi/statements`: one statement or a list of them.
  ///
  /// @return 200 with the ids of the statements, in their order
  /// @throws ProblemException where they are refused, all of them
  /// @throws Unavailable if not all are on the queue; sending them again does no harm
  APIGatewayV2HTTPResponse post(Request request) {
    byte[] body = request.body(LIMIT_BYTES);
    String lms = credentials.sender(request);
    requireVersion(request);
    requireParameters(request, Set.of());
    Batch batch = Batch.of(json(request, body), request.receivedAt());
    receive(batch, lms, request);
    return Answers.ok(batch.ids());
  }

  /// `PUT /xapi/statements?statementId=...`: one statement, with its id.
  ///
  /// @return 204
  /// @throws ProblemException where it is refused
  /// @throws Unavailable if it is not on the queue; sending it again does no harm
  APIGatewayV2HTTPResponse put(Request request) {
    byte[] body = request.body(LIMIT_BYTES);
    String lms = credentials.sender(request);
    requireVersion(request);
    requireParameters(request, Set.of(STATEMENT_ID));
    String id =
        request
            .query(STATEMENT_ID)
            .filter(Texts::isUuid)
            .orElseThrow(
                () ->
                    Problem.invalidRequest("The parameter statementId must be a UUID.")
                        .asException());
    JsonNode json = json(request, body);
    if (json.isArray()) {
      throw Problem.invalidRequest("PUT takes one statement; send several by POST.").asException();
    }
    SentStatement statement = Batch.of(json, request.receivedAt()).statements().getFirst();
    if (statement.sentId().filter(sent -> !sent.equalsIgnoreCase(id)).isPresent()) {
      throw Problem.invalidRequest(
              "The statement's id is not the one in the parameter statementId. Send one of them, or the same twice.")
          .asException();
    }
    receive(new Batch(List.of(statement.under(id)), true), lms, request);
    return Answers.noContent();
  }

  private static void requireVersion(Request request) {
    String header =
        request
            .header(XapiVersion.HEADER)
            .orElseThrow(
                () ->
                    Problem.invalidRequest(
                            "Send the header X-Experience-API-Version, with 1.0.3 or 2.0.0.")
                        .asException());
    if (XapiVersion.of(header).isEmpty()) {
      throw Problem.invalidRequest(
              "X-Experience-API-Version must be 1.0, 1.0.x or 2.0.x: no other version of xAPI is taken here.")
          .asException();
    }
  }

  /// A receiver must refuse parameters that it does not know, so that none is ignored that matters.
  private static void requireParameters(Request request, Set<String> known) {
    if (!known.containsAll(request.queryNames())) {
      throw Problem.invalidRequest(
              known.isEmpty()
                  ? "POST takes no parameters: statements are sent, not read, here."
                  : "PUT takes the parameter statementId and no other.")
          .asException();
    }
  }

  private static JsonNode json(Request request, byte[] body) {
    if (request.mediaType().equals("multipart/mixed")) {
      throw Problem.unsupportedMediaType(
              List.of(JSON),
              "The data of attachments is not taken: send the statements alone, each attachment with a fileUrl or not at all.")
          .asException();
    }
    request.requireMediaType(JSON);
    return JsonBody.tree(body);
  }

  private void receive(Batch batch, String lms, Request request) {
    List<CourseMessage> messages =
        batch.messages(statements.find(batch.sentKeys()), lms, request.receivedAt());
    if (!messages.isEmpty()) {
      queues.sendAll(QueueName.COURSE_PROGRESS, messages);
    }
    LOG.infof(
        "%d statements of %s, %d of them to %s",
        batch.statements().size(), lms, messages.size(), QueueName.COURSE_PROGRESS);
  }
}
