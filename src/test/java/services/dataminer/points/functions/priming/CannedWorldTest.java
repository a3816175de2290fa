package services.dataminer.points.functions.priming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.platform.priming.PrimableCredentials;
import services.dataminer.points.platform.priming.Priming;
import services.dataminer.points.platform.secrets.Secrets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

@DisplayName("The world that functions are primed with")
class CannedWorldTest {

  private final CannedAws aws = CannedAws.shipped();

  @Test
  @DisplayName("answers the SDK, of the keys it has")
  void batch() {
    try (var world = new CannedWorld();
        var client = client(world)) {
      var keys = List.of(key("MEMBER#primed-ada", "PROFILE"), key("MEMBER#nobody", "PROFILE"));

      var items =
          client
              .batchGetItem(
                  b -> b.requestItems(Map.of("t", KeysAndAttributes.builder().keys(keys).build())))
              .responses()
              .get("t");

      assertThat(items).singleElement().satisfies(i -> assertThat(i).containsKey("member"));
    }
  }

  @Test
  @DisplayName("refuses what is not canned, and says so")
  void unknown() {
    try (var world = new CannedWorld();
        var client = client(world)) {
      assertThatThrownBy(() -> client.deleteTable(t -> t.tableName("t")))
          .isInstanceOf(DynamoDbException.class)
          .hasMessageContaining("nothing is canned for DynamoDB_20120810.DeleteTable");
    }
  }

  @Test
  @DisplayName("has entries of a member, but nothing due")
  void queries() {
    String values =
        "\"ExpressionAttributeValues\":{\":pk\":{\"S\":\"MEMBER#primed-ada\"},\":p\":{\"S\":\"ENTRY#\"}}}";
    String query = "{\"KeyConditionExpression\":\"pk = :pk AND begins_with(sk, :p)\"," + values;

    assertThat(aws.to("DynamoDB_20120810.Query", query)).contains("\"Count\":1");
    assertThat(
            aws.to("DynamoDB_20120810.Query", query.replaceFirst("\\{", "{\"IndexName\":\"due\",")))
        .contains("\"Count\":0");
  }

  @Test
  @DisplayName("has a secret of nobody's for each name")
  void secrets() {
    for (String name :
        List.of(
            Secrets.CALENDAR,
            Secrets.STANDARD_WEBHOOKS,
            Secrets.IDENTITY_KEY,
            Secrets.LMS_CREDENTIALS,
            Secrets.DOJO_TOKEN,
            Secrets.CALCOM_API_KEY)) {
      assertThat(
              aws.to("AmazonSSM.GetParameter", "{\"Name\":\"/devops-points/prod/" + name + "\"}"))
          .as(name)
          .matches("\\{\"Parameter\":\\{\"Value\":\".+\"}}");
    }
  }

  @Test
  @DisplayName("has no DOJO, and of Cal.com no bookings")
  void others() {
    try (var world = new CannedWorld()) {
      assertThat(world.to(request("https://api.cal.com/v2/bookings?take=100"))).contains("[]");
      assertThatThrownBy(() -> world.to(request("https://dojo.example/points/credits")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  @DisplayName("leaves no thread and no setting behind")
  void leavesNothing() {
    try (var world = new CannedWorld()) {
      Priming.with(world, () -> PrimableCredentials.prime(world.credentials()));
    }

    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("canned");
    assertThat(System.getProperty(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property()))
        .isNull();
  }

  private static DynamoDbClient client(CannedWorld world) {
    return DynamoDbClient.builder()
        .region(Region.EU_WEST_1)
        .endpointOverride(world.aws())
        .credentialsProvider(() -> AwsBasicCredentials.create("a", "b"))
        .build();
  }

  private static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }

  private static HttpRequest request(String uri) {
    return HttpRequest.newBuilder(URI.create(uri)).build();
  }
}
