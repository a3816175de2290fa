package services.dataminer.points.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A script of the project, run as an operator does.
///
/// @param environment variables besides the test's own
record Script(String name, Map<String, String> environment) {

  private static final long MOST_SECONDS = 300;

  Script(String name) {
    this(name, Map.of());
  }

  /// What came of it.
  ///
  /// @param output what it printed, errors among the rest
  record Result(int status, String output) {}

  /// Whether these programs are on the path.
  static boolean has(String... programs) {
    String[] folders = System.getenv("PATH").split(java.io.File.pathSeparator);
    return Stream.of(programs)
        .allMatch(
            program ->
                Stream.of(folders)
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))));
  }

  Result run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("sh", "scripts/" + name));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(environment);
    try {
      Path output = Files.createTempFile("script", ".txt");
      Process process = builder.redirectOutput(output.toFile()).start();
      if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " does not end: " + Files.readString(output));
      }
      String text = Files.readString(output, StandardCharsets.UTF_8);
      Files.delete(output);
      return new Result(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
