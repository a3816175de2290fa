package services.dataminer.points.ledger.activity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.ledger.json.ProgramJson;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.program.activity.ActivityKind;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The items were written before records, facts and participants got the types and names they have
/// now.
@DisplayName("What an earlier version stored of an activity")
class StoredActivitiesTest {

  /// Written beside the activity, and not part of it.
  private static final List<String> BESIDE = List.of("pk", "sk", "due", "dueAt", "expiresAt");

  static Stream<Map.Entry<String, JsonNode>> stored() throws IOException {
    try (var file = StoredActivitiesTest.class.getResourceAsStream("/stored/activities.json")) {
      return ProgramJson.MAPPER.readTree(file).properties().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stored")
  @DisplayName("is read as it was meant, and written the same")
  void unchanged(Map.Entry<String, JsonNode> item) {
    Map<String, AttributeValue> stored = Document.of(item.getValue());

    ActivityRecord read = Document.read(stored, ActivityRecord.class);

    assertThat(Document.of(read)).isEqualTo(activity(stored));
    assertThat(read.decision()).isPresent();
    if (read.kind() != ActivityKind.SHOW) {
      assertThat(read.facts()).isNotEmpty();
    }
    if (item.getKey().contains("erased")) {
      assertThat(read.people().values())
          .extracting(Participant::name)
          .hasAtLeastOneElementOfType(ParticipantName.Erased.class);
    }
  }

  /// Without what was stored once although it follows from the rest: whether someone has an
  /// address.
  private static Map<String, AttributeValue> activity(Map<String, AttributeValue> stored) {
    var item = new HashMap<>(stored);
    item.keySet().removeAll(BESIDE);
    var people = new HashMap<String, AttributeValue>();
    stored
        .get("people")
        .m()
        .forEach(
            (who, person) -> {
              var attributes = new HashMap<>(person.m());
              attributes.remove("named");
              people.put(who, AttributeValue.fromM(attributes));
            });
    item.put("people", AttributeValue.fromM(people));
    return item;
  }
}
