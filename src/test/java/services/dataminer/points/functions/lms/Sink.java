package services.dataminer.points.functions.lms;

import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpContract;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.Statements;

/// The function as a learning management system finds it, with an empty table; each answer is held
/// against the contract.
final class Sink {

  final RecordingMessageQueues queues = new RecordingMessageQueues();

  private final XapiStatementsFunction function =
      new XapiStatementsFunction(
          new ReceiveStatements(
              new LmsCredentials(_ -> "{\"moodle\":\"moodle-secret\"}"),
              new Statements(LocalTable.fresh().table()),
              queues));

  HttpAnswer send(LmsRequest request) {
    var event = request.event();
    var response = function.answer(event);
    HttpContract.check(event, response);
    return response.getBody() == null
        ? new HttpAnswer(response.getStatusCode(), response.getHeaders(), null)
        : HttpAnswer.of(response);
  }
}
