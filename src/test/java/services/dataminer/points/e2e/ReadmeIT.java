package services.dataminer.points.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import services.dataminer.points.demo.Demo;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.platform.json.Json;

/// Runs the README's blocks of shell as they stand there, but for the port. `ReadmeCommandsTest`
/// holds the scripts that it names.
@DisplayName("What the README has newcomers type")
@OnSharedCloud
class ReadmeIT {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```sh\n(.*?)^ *```$");

  private static List<String> blocks;
  private static PointsClient points;
  private static String url;

  @TempDir Path folder;

  @BeforeAll
  static void demo(LocalCloud cloud, PointsClient client) throws IOException {
    assumeTrue(
        Stream.of("bash", "curl", "openssl").allMatch(ReadmeIT::isOnPath),
        "the README's commands need bash, curl and openssl");
    points = client;
    url = cloud.url();
    blocks =
        BLOCK
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(block -> block.group(2).replaceAll("(?m)^" + block.group(1), ""))
            .toList();
    Demo.fill(points, LocalDate.now(ZoneOffset.UTC));
  }

  @Test
  @DisplayName("is all run here, apart from the scripts")
  void everything() {
    assertThat(blocks).hasSize(4);
    assertThat(blocks.getFirst().lines()).allMatch(line -> line.startsWith("scripts/"));
  }

  @Test
  @DisplayName("brings Nora her first 100 points, takes them to DOJO, and leaves nothing undone")
  void firstPoints() throws Exception {
    assertThat(entries("nora")).isEmpty();

    String sent = run(blocks.get(1), Map.of());

    assertThat(sent).contains("{\"idle\":true}").contains("calcom:call-1");
    assertThat(lastJson(sent).path("entries")).hasSize(1);
    assertThat(lastJson(sent).path("entries").get(0).path("points").asLong()).isEqualTo(100);
    assertThat(lastJson(sent).path("entries").get(0).path("reason").asText())
        .startsWith("100 points for");

    String looked = run(blocks.get(2), Map.of());

    assertThat(looked).contains("Nora Dahl", "100 points for").contains("\"memberId\":\"nora\"");
    assertThat(points.readAs("nora", "/v1/members/nora/balance").path("transferred").asLong())
        .isEqualTo(100);
  }

  @Test
  @DisplayName("puts a new secret above the old one, and neither on a command line")
  void secrets() throws Exception {
    Path calls = folder.resolve("calls");
    Path stored = folder.resolve("stored");
    Path aws =
        Files.writeString(
            folder.resolve("aws"),
            """
        #!/bin/sh
        case "$2" in get-parameter) printf 'old\\nolder\\n' ;; *) echo "$*" >>'%s'; cat >'%s' ;; esac
        """
                .formatted(calls, stored));
    assertThat(aws.toFile().setExecutable(true)).isTrue();

    run(blocks.get(3), Map.of("PATH", folder + ":" + System.getenv("PATH")));

    assertThat(Files.readAllLines(calls))
        .singleElement()
        .asString()
        .startsWith("ssm put-parameter --overwrite")
        .endsWith("--value file:///dev/stdin");
    assertThat(Files.readString(stored)).matches("[0-9a-f]{64}\nold");
  }

  @Test
  @DisplayName("shows a dozen people, whose levels are those that the demo promises")
  void people() {
    Map<String, String> levels =
        Map.of("ada", "ENABLER", "chen", "CATALYST", "dmitri", "ENABLER", "ines", "ADVOCATE");

    assertThat(levels)
        .allSatisfy(
            (member, level) ->
                assertThat(points.read("/v1/members/" + member + "/balance").path("level").asText())
                    .as(member)
                    .isEqualTo(level));
    JsonNode dmitri = points.read("/v1/members/dmitri/balance");
    assertThat(dmitri.path("carriedLevel").asText()).isEqualTo("ADVOCATE");
    assertThat(points.read("/v1/activities/calcom:harbour-tv-roadmap").toString())
        .contains("\"unclaimed\":true", "\"ATTENDANCE\"");
  }

  private static JsonNode entries(String member) {
    return points.readAs(member, "/v1/members/" + member + "/entries").path("entries");
  }

  private static JsonNode lastJson(String output) throws IOException {
    return Json.MAPPER.readTree(output.substring(output.lastIndexOf("{\"entries\"")));
  }

  private String run(String commands, Map<String, String> environment) throws Exception {
    Path output = folder.resolve("output");
    var builder =
        new ProcessBuilder("bash", "-euc", commands.replace("localhost:8080", url.substring(7)))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(PointsClient.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private static boolean isOnPath(String program) {
    return Pattern.compile(":")
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
