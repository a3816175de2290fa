package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.ledger.FrozenTable;
import services.dataminer.points.ledger.LocalTable;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// The function on a table of its own, with queues that are read by the test. Every answer is held
/// against the contract.
final class AdminApi {

  final LocalTable local;
  final RecordingMessageQueues queues;

  /// Tells of meetings, and handles what is on the queues.
  final Program program;

  private final AdminApiFunction function;

  AdminApi() {
    this(LocalTable.fresh(), new RecordingMessageQueues());
  }

  private AdminApi(
      LocalTable local, RecordingMessageQueues queues, ExecutionInterceptor... interceptors) {
    this.local = local;
    this.queues = queues;
    this.program = new Program(local);
    this.function =
        new AdminApiFunction(
            AdminCallsOnTable.of(
                (interceptors.length == 0 ? local : local.through(interceptors)).table(),
                program,
                queues));
  }

  /// The same, with requests to the table that can be made to fail.
  AdminApi through(ExecutionInterceptor... interceptors) {
    return new AdminApi(local, queues, interceptors);
  }

  /// With a partner, Ada, and a contribution of hers.
  static AdminApi withAda() {
    var api = new AdminApi();
    api.put(
        "/v1/partners/acme",
        "{\"name\":\"Acme\",\"kind\":\"BUSINESS\",\"domains\":[\"acme.example\"]}");
    api.program.member("ada", "acme", "ada@acme.example");
    api.post(
        "/v1/contributions",
        "{\"id\":\"c-1\",\"memberId\":\"ada\",\"action\":\"answer-question\",\"occurredAt\":\"2026-08-05T10:00:00Z\"}");
    api.work();
    return api;
  }

  /// The same as it is now, which no call changes.
  AdminApi frozen() {
    return new AdminApi(FrozenTable.of(local), queues);
  }

  HttpAnswer get(String path) {
    return send(HttpCall.of("GET", path));
  }

  HttpAnswer put(String path, String json) {
    return send(HttpCall.of("PUT", path).json(json));
  }

  HttpAnswer post(String path, String json) {
    return send(HttpCall.of("POST", path).json(json));
  }

  HttpAnswer send(HttpCall call) {
    return HttpAnswer.checked(call.event(), function::answer);
  }

  /// A call to a route that the contract does not know.
  HttpAnswer sendUndescribed(HttpCall call) {
    return sendEvent(call.event());
  }

  /// The bare answer, whatever it is.
  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    return function.answer(event);
  }

  /// Whatever else may call the function.
  HttpAnswer sendEvent(APIGatewayV2HTTPEvent event) {
    return HttpAnswer.of(function.answer(event));
  }

  /// Handles all that is on the queues.
  void work() {
    program.deliver(queues.takeMessages());
  }
}
