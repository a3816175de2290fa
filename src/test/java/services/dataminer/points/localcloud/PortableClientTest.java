package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import services.dataminer.points.WholeSuite;

@DisplayName("The runtime interface client without its native library")
@WholeSuite
class PortableClientTest {
  @Test
  @DisplayName("runs functions as with it")
  void functionsRun(@TempDir Path folder) {
    LocalOptions.Build build = ProbeZip.options(folder).build();
    FunctionStart start = new FunctionStart(LocalOptions.Start.COLD);
    FunctionRuntime runtime =
        new FunctionRuntime(
            FunctionZip.unpack(build.functionZip(), folder),
            build.runtimeInterfaceClient(),
            Optional.of(PortableClient.in(folder.resolve("portable"))),
            Optional.empty(),
            Map.of(),
            start,
            Optional.empty());
    FunctionDefinition probe =
        new FunctionDefinition(
            "Probe",
            "probe",
            ProbeFunction.class.getName() + "::handleRequest",
            // Were the native library used after all, this would not be one.
            Map.of("JAVA_TOOL_OPTIONS", "-D" + NativeLibrary.PROPERTY + "=/dev/null"),
            Duration.ofSeconds(20),
            128,
            new Policy(List.of()),
            false,
            OptionalInt.empty());
    CopyOnWriteArrayList<String> log = new CopyOnWriteArrayList<>();

    try (FunctionProcess process = new FunctionProcess(probe, runtime, log::add)) {
      Function<String, InvocationResult> invoke =
          word -> process.invoke(new Invocation(word.getBytes(StandardCharsets.UTF_8)));

      assertThat(invoke.apply("probe:pid")).isInstanceOf(InvocationResult.Answered.class);
      assertThat(invoke.apply("probe:throw")).isInstanceOf(InvocationResult.Failed.class);
      assertThat(invoke.apply("probe:left").json()).matches("\\{\"left\":(1\\d|20)\\d{3}}");
    }
  }
}
