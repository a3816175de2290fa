package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;

@DisplayName("scripts/local")
@WholeSuite
class LocalCloudMainTest {
  @Test
  @DisplayName("takes a port, a folder for data, a table, the clock and cold starts")
  void optionsAreTaken() {
    LocalOptions options =
        LocalCloudMain.options(
            new String[] {
              "--port", "8081", "--data", "kept", "--table", "restored", "--clock", "--cold"
            });

    assertThat(options.port()).isEqualTo(8081);
    assertThat(options.data()).contains(Path.of("kept"));
    assertThat(options.parameters()).containsEntry("TableName", "restored");
    assertThat(options.clock()).isTrue();
    assertThat(options.start()).isEqualTo(LocalOptions.Start.COLD);
    assertThat(LocalCloudMain.options(new String[0]).start())
        .isEqualTo(LocalOptions.Start.RESTORED);
    assertThat(LocalCloudMain.options(new String[] {"--primed"}).start())
        .isEqualTo(LocalOptions.Start.PRIMED);
    assertThat(LocalCloudMain.options(new String[] {"--demo"}).port()).isEqualTo(8080);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("says which option is wrong")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --prot 80    | There is no option --prot.
          --port       | --port needs a value.
          --port many  | --port needs a number, not many.
          --port 70000 | The port must be 0 to 65535, not 70000.
          """)
  void wrongOptionsAreNamed(String line, String message) {
    assertThatThrownBy(() -> LocalCloudMain.options(line.split(" ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  @DisplayName("says at once that its port is taken")
  void takenPortsAreTold() throws IOException {
    try (ServerSocket other = new ServerSocket()) {
      other.bind(new InetSocketAddress("127.0.0.1", 0));
      LocalOptions options = LocalOptions.defaults().withPort(other.getLocalPort());

      assertThatThrownBy(() -> LocalCloud.start(options))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("Port " + other.getLocalPort() + " is in use");
    }
  }
}
