package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import services.dataminer.points.chaos.Campaign;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// On a cloud of its own, in turn with the tests on the shared one: so both lanes take as long.
@DisplayName("A short campaign of faults")
@ResourceLock("SharedCloud")
class CampaignIT {

  private static final String TABLE = "devops-points-prod";

  private static LocalCloud cloud;

  @BeforeAll
  static void start() {
    cloud = LocalCloud.start(LocalOptions.forTests());
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  @DisplayName("ends as the model says, which a lost entry and a doubled one do not")
  void campaign() throws InterruptedException {
    Campaign campaign = Campaign.brief(cloud);

    assertThat(campaign.run()).isEmpty();

    Map<String, AttributeValue> award = awardOf("c" + Campaign.BRIEF);
    String member = award.get("memberId").s();
    cloud.dynamoDb().deleteItem(delete -> delete.tableName(TABLE).key(keyOf(award)));
    assertThat(campaign.compare()).isNotEmpty().allMatch(wrong -> wrong.contains(member));

    cloud.dynamoDb().putItem(put -> put.tableName(TABLE).item(award));
    assertThat(campaign.compare()).isEmpty();

    var doubled = new HashMap<>(award);
    doubled.put("sk", AttributeValue.fromS(award.get("sk").s() + "0"));
    cloud.dynamoDb().putItem(put -> put.tableName(TABLE).item(doubled));
    assertThat(campaign.compare()).isNotEmpty().allMatch(wrong -> wrong.contains(member));
  }

  /// Some member's entry of an award.
  private static Map<String, AttributeValue> awardOf(String members) {
    return cloud.dynamoDb().scanPaginator(scan -> scan.tableName(TABLE)).items().stream()
        .filter(item -> item.get("pk").s().startsWith("MEMBER#" + members))
        .filter(item -> item.get("sk").s().startsWith("ENTRY#"))
        .filter(item -> item.get("kind").s().equals("AWARD"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
    return Map.of("pk", item.get("pk"), "sk", item.get("sk"));
  }
}
