package services.dataminer.points.functions.lms;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.MessageQueues;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.functions.lms.MultipartBody.Part;
import services.dataminer.points.ledger.activity.Statements;
import services.dataminer.points.platform.http.JsonBody;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.outage.Unavailable;

/// Takes statements: establishes which learning management system sends them before reading a word,
/// checks every one, and answers once all that may earn are on the queue. What earns nothing is
/// checked and kept nowhere, and so are attachments.
///
/// The order of the checks is fixed: size of the body (413), credentials (401), version and
/// parameters (400), media type and size of the statements (400), JSON and every statement (400),
/// known ids (409). A call all in a form is taken out of it before anything else.
@Singleton
public class ReceiveStatements {

  private static final Logger LOG = Logger.getLogger(ReceiveStatements.class);

  /// The most bytes of statements in one call, in whichever way they come.
  private static final int MOST_BYTES = 1024 * 1024;

  private static final String JSON = "application/json";
  private static final String STATEMENT_ID = "statementId";

  private final LmsCredentials credentials;
  private final Statements statements;
  private final MessageQueues queues;

  public ReceiveStatements(
      LmsCredentials credentials, Statements statements, MessageQueues queues) {
    this.credentials = credentials;
    this.statements = statements;
    this.queues = queues;
  }

  /// `GET /xapi/about`: the supported versions, whatever the call's.
  APIGatewayV2HTTPResponse about(XapiCall call) {
    credentials.sender(call);
    return Responses.ok(Map.of("version", XapiVersion.TAKEN));
  }

  /// `POST /xapi/statements`: one statement or a list of them.
  ///
  /// @return 200 with the ids of the statements, in their order
  /// @throws ProblemException where they are refused, all of them
  /// @throws Unavailable if not all are on the queue; sending them again does no harm
  APIGatewayV2HTTPResponse post(XapiCall call) {
    String lms = credentials.sender(call);
    requireVersion(call);
    requireParameters(call, Set.of());
    Batch batch = batch(call);
    receive(batch, lms, call);
    return Responses.ok(batch.ids());
  }

  /// `PUT /xapi/statements?statementId=...`: one statement, with its id.
  ///
  /// @return 204
  /// @throws ProblemException where it is refused
  /// @throws Unavailable if it is not on the queue; sending it again does no harm
  APIGatewayV2HTTPResponse put(XapiCall call) {
    String lms = credentials.sender(call);
    requireVersion(call);
    requireParameters(call, Set.of(STATEMENT_ID));
    String id =
        call.parameter(STATEMENT_ID)
            .filter(Texts::isUuid)
            .orElseThrow(
                () ->
                    Problem.invalidRequest("The parameter statementId must be a UUID.")
                        .asException());
    Batch batch = batch(call);
    if (!batch.single()) {
      throw Problem.invalidRequest("PUT accepts one statement; send several with POST.")
          .asException();
    }
    SentStatement statement = batch.statements().getFirst();
    if (statement.sentId().filter(sent -> !sent.equalsIgnoreCase(id)).isPresent()) {
      throw Problem.invalidRequest(
              "The statement's id differs from the parameter statementId. Send one of them, or the same id in both.")
          .asException();
    }
    receive(new Batch(List.of(statement.under(id)), true), lms, call);
    return Responses.noContent();
  }

  private static void requireVersion(XapiCall call) {
    String header =
        call.header(XapiVersion.HEADER)
            .orElseThrow(
                () ->
                    Problem.invalidRequest(
                            "Send the header X-Experience-API-Version with 1.0.3 or 2.0.0.")
                        .asException());
    if (XapiVersion.of(header).isEmpty()) {
      throw Problem.invalidRequest(
              "X-Experience-API-Version must be 1.0, 1.0.x or 2.0.x: no other version of xAPI is supported.")
          .asException();
    }
  }

  /// A receiver must refuse parameters that it does not know, so that none is ignored that matters.
  private static void requireParameters(XapiCall call, Set<String> known) {
    if (!known.containsAll(call.parameters().keySet())) {
      throw Problem.invalidRequest(
              known.isEmpty()
                  ? "POST accepts no parameters: statements cannot be read here."
                  : "PUT accepts only the parameter statementId.")
          .asException();
    }
  }

  /// Media types are refused by 400 and not 415, as xAPI asks.
  private static Batch batch(XapiCall call) {
    return switch (call.mediaType()) {
      case JSON -> Batch.of(json(call.body()), Attachments.none());
      case MultipartBody.MEDIA_TYPE -> {
        List<Part> parts =
            MultipartBody.parts(call.header(XapiCall.CONTENT_TYPE).orElse(""), call.body());
        Part first = parts.getFirst();
        if (!Request.mediaType(first.header(XapiCall.CONTENT_TYPE).orElse("")).equals(JSON)) {
          throw Problem.malformedBody(
                  "The first part contains the statements: its Content-Type must be " + JSON + ".")
              .asException();
        }
        Attachments attachments = Attachments.of(parts.subList(1, parts.size()));
        yield Batch.of(json(first.bytes()), attachments);
      }
      default ->
          throw Problem.invalidRequest(
                  "Send statements with Content-Type %s, or with their attachments as %s."
                      .formatted(JSON, MultipartBody.MEDIA_TYPE))
              .asException();
    };
  }

  private static JsonNode json(byte[] statements) {
    if (statements.length > MOST_BYTES) {
      // 400, so that senders which halve a batch on it get it through.
      throw Problem.invalidRequest(
              "A request may contain at most %d bytes of statements; this one contains %d. Nothing was stored: send fewer."
                  .formatted(MOST_BYTES, statements.length))
          .asException();
    }
    return JsonBody.tree(statements);
  }

  private void receive(Batch batch, String lms, XapiCall call) {
    List<CourseMessage> messages =
        batch.messages(statements.find(batch.sentKeys()), lms, call.receivedAt());
    if (!messages.isEmpty()) {
      queues.sendAll(QueueName.COURSE_PROGRESS, messages);
    }
    LOG.infof(
        "%d statements of %s, %d of them to %s",
        batch.statements().size(), lms, messages.size(), QueueName.COURSE_PROGRESS);
  }
}
