package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What builds and deploys the product")
class SupplyChainTest {

  private static final Path WORKFLOW = Path.of(".github", "workflows", "verify.yaml");

  @Test
  @DisplayName("uses actions by their commit, with the tag beside it")
  void actions() throws IOException {
    List<String> uses = lines(WORKFLOW).filter(line -> line.contains("uses:")).toList();

    assertThat(uses).isNotEmpty();
    assertThat(uses)
        .allSatisfy(
            line ->
                assertThat(line).matches("\\s*(- )?uses: [\\w-]+/[\\w-]+@[0-9a-f]{40} # v[0-9.]+"));
  }

  @Test
  @DisplayName("may read the repository, and only what deploys main may get credentials of AWS")
  void rights() throws IOException {
    assertThat(lines(WORKFLOW).filter(line -> line.matches(".*: write( .*)?")))
        .singleElement()
        .asString()
        .contains("id-token: write");
    assertThat(Files.readString(WORKFLOW))
        .contains("\npermissions:\n  contents: read\n")
        .contains("github.event_name == 'workflow_dispatch' && github.ref == 'refs/heads/main'")
        .doesNotContain("pull_request_target", "secrets.");
  }

  @Test
  @DisplayName("fetches a Maven of a known hash")
  void maven() throws IOException {
    assertThat(lines(Path.of(".mvn", "wrapper", "maven-wrapper.properties")))
        .anyMatch(line -> line.startsWith("distributionUrl=https://repo.maven.apache.org/"))
        .anyMatch(line -> line.matches("distributionSha256Sum=[0-9a-f]{64}"));
  }

  @Test
  @DisplayName("takes dependencies from Maven Central alone, each by its version")
  void dependencies() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .doesNotContain("<repository>", "<pluginRepository>", "LATEST");
  }

  @Test
  @DisplayName("lists what is in a package that is kept or deployed")
  void billOfMaterials() throws IOException {
    assertThat(Files.readString(WORKFLOW))
        .contains("cyclonedx:makeBom", "target/*-cyclonedx.json")
        .contains("scripts/deploy");
    assertThat(lines(Path.of("scripts", "deploy")))
        .anyMatch(line -> line.startsWith("./mvnw") && line.endsWith("package cyclonedx:makeBom"));
    assertThat(Files.readString(Path.of("pom.xml"))).contains("-cyclonedx</outputName>");
  }

  private static Stream<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream();
  }
}
