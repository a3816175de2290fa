package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;

@DisplayName("An edition of the rule book that starts tomorrow")
@OnOwnCloud
class RuleChangeIT {

  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Brussels"));
  private static final LocalDate TOMORROW = TODAY.plusDays(1);

  private static LocalCloud cloud;
  private static PointsClient points;

  @BeforeAll
  static void deployTheNextRules(@TempDir Path folder) throws IOException {
    LocalOptions.Build built = LocalOptions.forTests().build();
    Path changed = Files.copy(built.functionZip(), folder.resolve("function.zip"));
    try (FileSystem zip = FileSystems.newFileSystem(changed)) {
      Path packed = zip.getPath("lib", "app.jar");
      Path own = Files.copy(packed, folder.resolve("app.jar"));
      try (FileSystem jar = FileSystems.newFileSystem(own)) {
        Path rules = jar.getPath("rules", "program.yaml");
        Files.writeString(rules, withVirtualMeetingsAt60(Files.readString(rules)));
      }
      Files.copy(own, packed, StandardCopyOption.REPLACE_EXISTING);
    }
    cloud =
        LocalCloud.start(
            LocalOptions.forTests()
                .withBuild(
                    new LocalOptions.Build(
                        built.template(),
                        changed,
                        built.runtimeInterfaceClient(),
                        built.portableClient())));
    points = new PointsClient(cloud.url());
  }

  /// The shipped edition until tomorrow, then one that pays 60 points for virtual meetings.
  private static String withVirtualMeetingsAt60(String shipped) {
    String from = "    from: 2023-03-28\n";
    String edition = shipped.substring(shipped.indexOf("  - id:"));
    String next =
        edition
            .replace("id: 2023-03-28", "id: next")
            .replace(from, "    from: " + TOMORROW + "\n")
            .replace("points: 100\n", "points: 60\n");
    return shipped.replace(from, from + "    until: " + TOMORROW + "\n") + "\n" + next;
  }

  @AfterAll
  static void stop() {
    cloud.close();
  }

  @Test
  @DisplayName("counts for what is earned tomorrow, and not for what was earned until then")
  void bothEditionsAtOnce() {
    Scene scene = Scene.of(points);
    for (LocalDate day : List.of(TODAY, TOMORROW)) {
      var call =
          scene.videoCall("on-" + day, day + "T10:00:00Z", "ada", "ben", "carl@customer.example");
      points.calcom(Calcom.created(call)).expect(202);
    }
    points.idle();

    points.run(
        "meeting-sweep", TOMORROW.atTime(LocalTime.of(11, 0)).toInstant(ZoneOffset.UTC).toString());
    points.idle();

    JsonNode entries = scene.entries("ada");
    assertThat(entries).hasSize(2);
    assertThat(entries.get(0).path("earnedOn").asText()).isEqualTo(TOMORROW.toString());
    assertThat(entries.get(0).path("points").asLong()).isEqualTo(30);
    assertThat(entries.get(0).path("reason").asText()).contains("60 points", "rules of next");
    assertThat(entries.get(1).path("earnedOn").asText()).isEqualTo(TODAY.toString());
    assertThat(entries.get(1).path("points").asLong()).isEqualTo(50);
    assertThat(entries.get(1).path("reason").asText())
        .contains("100 points", "rules of 2023-03-28");
  }
}
