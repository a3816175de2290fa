package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Set;

/// A call of a function with which something goes wrong, in the words of the service.
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
///
/// @param service the name that calls are signed for
record DisturbedCall(String service, SignedCall call) {
  private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";
  private static final Set<String> WRITES = Set.of("PutItem", "UpdateItem", "DeleteItem");

  /// Answers in place of the service, or breaks the connection.
  void answer(Disturbance.Mishap mishap, HttpExchange exchange, HttpRelay relay, byte[] body)
      throws IOException {
    switch (mishap) {
      case CONFLICT -> conflict(exchange);
      case THROTTLING -> throttle(exchange);
      case INTERNAL_ERROR -> fail(exchange);
      case LOST_ANSWER -> relay.send(exchange, body);
      case CUT -> {
        // The handler returns without an answer, and the server closes the connection.
      }
    }
  }

  /// Whether the service has such an error for such a call.
  boolean permits(Disturbance.Mishap mishap) {
    return mishap != Disturbance.Mishap.CONFLICT
        || service.equals("dynamodb") && (isTransaction() || WRITES.contains(call.operation()));
  }

  private boolean isTransaction() {
    return call.operation().equals("TransactWriteItems");
  }

  private void conflict(HttpExchange exchange) throws IOException {
    if (isTransaction()) {
      cancel(exchange, "TransactionConflict", "Transaction is ongoing for the item");
    } else {
      refuse(exchange, 400, DYNAMODB + "TransactionConflictException", "Transaction is ongoing");
    }
  }

  private void throttle(HttpExchange exchange) throws IOException {
    if (service.equals("sqs")) {
      refuse(exchange, 403, "com.amazonaws.sqs#RequestThrottled", "Request was throttled");
    } else if (isTransaction()) {
      cancel(exchange, "ThrottlingError", "Throughput exceeds the current capacity");
    } else {
      refuse(
          exchange,
          400,
          DYNAMODB + "ProvisionedThroughputExceededException",
          "The level of configured provisioned throughput for the table was exceeded");
    }
  }

  private void fail(HttpExchange exchange) throws IOException {
    String type =
        service.equals("sqs")
            ? "com.amazon.coral.service#InternalFailure"
            : DYNAMODB + "InternalServerError";
    refuse(exchange, 500, type, "The request processing has failed");
  }

  /// Cancels the transaction for the sake of its last item.
  private void cancel(HttpExchange exchange, String code, String message) throws IOException {
    JsonNode items = Json.read(call.body()).orElse(Json.object()).path("TransactItems");
    ArrayNode reasons = Json.array();
    for (int i = 1; i < items.size(); i++) {
      reasons.addObject().put("Code", "None");
    }
    reasons.addObject().put("Code", code).put("Message", message);
    ObjectNode error =
        error(
            DYNAMODB + "TransactionCanceledException",
            "Transaction cancelled, please refer cancellation reasons for specific reasons");
    error.set("CancellationReasons", reasons);
    answer(exchange, 400, error);
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    answer(exchange, status, error(type, message));
  }

  private static ObjectNode error(String type, String message) {
    return Json.object().put("__type", type).put("message", message);
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode error)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    LoopbackServer.answer(exchange, status, Json.bytes(error));
  }
}
