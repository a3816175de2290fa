package services.dataminer.points.functions.lms;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.functions.Oddities;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.Statements;

@DisplayName("Whatever learning platforms send")
@WholeSuite
class XapiOdditiesTest {

  private final XapiStatementsFunction function =
      new XapiStatementsFunction(
          new ReceiveStatements(
              new LmsCredentials(_ -> "{\"moodle\":\"moodle-secret\"}"),
              new Statements(LocalTable.fresh().table()),
              new RecordingMessageQueues()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cmi5-passed",
        "learndash-completed",
        "moodle-batch",
        "tincan-attempted-substatement",
        "voided"
      })
  @DisplayName("is never a fault of ours")
  void neverOurFault(String fixture) {
    String right = Fixture.text(fixture);
    Oddities.tryOut(
        "POST " + fixture,
        odd ->
            LmsRequest.post(odd.body(right))
                .header("x-experience-api-version", odd.caller("1.0.3"))
                .event(),
        function::answer);
    Oddities.tryOut(
        "PUT " + fixture,
        odd -> odd.spoilt(LmsRequest.put("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", right).event()),
        function::answer);
  }
}
