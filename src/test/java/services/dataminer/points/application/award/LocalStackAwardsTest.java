package services.dataminer.points.application.award;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;

/// The same awards on LocalStack's DynamoDB, which is another implementation. Skipped where no
/// Docker answers.
@Testcontainers(disabledWithoutDocker = true)
@DisplayName("Meetings are awarded on LocalStack's table")
@WholeSuite
class LocalStackAwardsTest extends MeetingAwardsTest {

  @Container
  static final LocalStackContainer LOCALSTACK =
      new LocalStackContainer(DockerImageName.parse(System.getProperty("localstack.image")))
          .withServices("dynamodb");

  @Override
  LocalTable table() {
    return LocalTable.at(URI.create(LOCALSTACK.getEndpoint().toString()));
  }
}
