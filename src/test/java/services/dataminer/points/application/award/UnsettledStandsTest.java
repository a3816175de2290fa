package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static services.dataminer.points.application.award.CalendarFacts.IBC;
import static services.dataminer.points.application.award.CalendarFacts.NIGHT_AFTER_IBC;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.settlement.Settled;
import services.dataminer.points.functions.log.RedactedFailureLog;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.platform.log.LoggedLines;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeAction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;

@DisplayName("A night settles everyone else when one partner's meetings cannot be settled")
@WholeSuite
class UnsettledStandsTest {

  private static final ActivityId ADAS = ActivityId.calcom("adas");
  private static final Key MEETING = Keys.meeting(IBC.id(), "acme", ADAS);

  private final Program program = new Program(LocalTable.fresh());

  @BeforeEach
  void meetings() {
    for (String partner : List.of("acme", "bolt", "corp")) {
      program.partner(partner, partner + ".example");
    }
    program.show(IBC, CalendarFacts.BOOTH);
    booth(ADAS, "ada", "acme");
    booth(ActivityId.calcom("bens"), "ben", "bolt");
    booth(ActivityId.calcom("cleos"), "cleo", "corp");
  }

  private void booth(ActivityId id, String member, String partner) {
    String address = member + "@" + partner + ".example";
    program.member(member, partner, address);
    program.tell(id, CalendarFacts.boothMeeting(address), CalendarFacts.ended());
  }

  private void set(Key key, String attribute, String value) {
    program
        .local
        .client()
        .updateItem(
            update ->
                update
                    .tableName(program.local.name())
                    .key(key.attributes())
                    .attributeUpdates(
                        Map.of(
                            attribute,
                            AttributeValueUpdate.builder()
                                .action(AttributeAction.PUT)
                                .value(AttributeValue.fromS(value))
                                .build())));
  }

  @Test
  @DisplayName(
      "an unreadable meeting is named without a word of what it holds, and settled once it can be read")
  void unreadable() {
    set(MEETING, "state", "ada@acme.example");

    try (var log = new LoggedLines(RedactedFailureLog.class)) {
      assertThatThrownBy(() -> program.night(NIGHT_AFTER_IBC))
          .hasMessageContaining("meetings=2, points=1000")
          .hasMessageContaining(
              "not settled, and still due: [Stand[showId=ibc-2026, partnerId=acme]]")
          .hasNoSuppressedExceptions();
      assertThat(log.lines())
          .singleElement()
          .asString()
          .startsWith("show ibc-2026, partner acme not settled: ")
          .contains(MEETING.sk())
          .doesNotContain("ada@acme.example");
    }
    assertThat(program.balanceOf("ada")).isZero();
    assertThat(program.balanceOf("ben")).isEqualTo(500);
    assertThat(program.balanceOf("cleo")).isEqualTo(500);

    set(MEETING, "state", "AWAITING_SHOW");
    assertThat(program.night(NIGHT_AFTER_IBC)).isEqualTo(new Settled(1, 1, 500));
    assertThat(program.balanceOf("ada")).isEqualTo(500);
  }

  @Test
  @DisplayName("a meeting of a show that is not there is named, and does not stop the others")
  void missingShow() {
    Map<String, AttributeValue> item =
        program
            .local
            .client()
            .getItem(get -> get.tableName(program.local.name()).key(MEETING.attributes()))
            .item();
    var lost = new HashMap<>(item);
    lost.putAll(Keys.meeting("a-lost-show", "acme", ADAS).attributes());
    program.local.client().putItem(put -> put.tableName(program.local.name()).item(lost));

    assertThatThrownBy(() -> program.night(NIGHT_AFTER_IBC))
        .hasMessageContaining("meetings=3, points=1500")
        .hasMessageContaining("[Stand[showId=a-lost-show, partnerId=acme]]");
    assertThat(program.balanceOf("ada")).isEqualTo(500);
  }
}
