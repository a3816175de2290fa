package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which rights a call to SQS needs. A batch needs the right to its single operation.
/// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
record SqsCalls() implements GuardedService {
  private static final String ERROR = "com.amazon.coral.service#";
  private static final Pattern UNTAKEN =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  @Override
  public String name() {
    return "sqs";
  }

  @Override
  public List<Access> accesses(String operation, JsonNode request) {
    String action =
        operation.endsWith("Batch")
            ? operation.substring(0, operation.length() - "Batch".length())
            : operation;
    return List.of(new Access("sqs:" + action, resource(request)));
  }

  private static String resource(JsonNode request) {
    String queue =
        Stream.of("QueueUrl", "QueueName", "SourceArn")
            .map(name -> request.path(name).asText(""))
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("*");
    return queue.startsWith("arn:")
        ? queue
        : LocalAccount.arn("sqs", queue.substring(queue.lastIndexOf('/') + 1));
  }

  /// Messages may not contain all characters that JSON may.
  /// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
  @Override
  public Optional<Refusal> refusal(String operation, JsonNode request) {
    boolean sends = operation.startsWith("SendMessage");
    return sends
            && request.findValuesAsText("MessageBody").stream()
                .anyMatch(body -> UNTAKEN.matcher(body).find())
        ? Optional.of(
            refusal(
                400,
                "InvalidMessageContents",
                "InvalidMessageContents",
                "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to"
                    + " #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF"))
        : Optional.empty();
  }

  /// Messages keep the tracing header of the call that sends them.
  /// https://docs.aws.amazon.com/xray/latest/devguide/xray-services-sqs.html
  @Override
  public byte[] body(SignedCall call) {
    String trace = call.header(TraceHeader.HTTP);
    Optional<JsonNode> json = Json.read(call.body());
    if (trace == null || json.isEmpty() || !call.operation().startsWith("SendMessage")) {
      return call.body();
    }
    ObjectNode request = json.get().deepCopy();
    if (call.operation().equals("SendMessage")) {
      traced(request, trace);
    } else {
      request.path("Entries").forEach(entry -> traced((ObjectNode) entry, trace));
    }
    return Json.bytes(request);
  }

  private static void traced(ObjectNode message, String trace) {
    message
        .putObject("MessageSystemAttributes")
        .putObject("AWSTraceHeader")
        .put("DataType", "String")
        .put("StringValue", trace);
  }

  @Override
  public Refusal refusal(Callers.Problem problem) {
    return refusal(403, problem.type(), problem.queryCode(), problem.message());
  }

  /// SQS names the action in lower case.
  @Override
  public Refusal refusal(Access access, String message) {
    String sent = message.replace(access.action(), access.action().toLowerCase(Locale.ROOT));
    return refusal(403, "AccessDeniedException", "AccessDenied", sent);
  }

  /// SDKs take the code from the header, as they did before SQS spoke JSON.
  private static Refusal refusal(int status, String type, String queryCode, String message) {
    return new Refusal(
        status, "application/x-amz-json-1.0", ERROR + type, message, queryCode + ";Sender");
  }
}
