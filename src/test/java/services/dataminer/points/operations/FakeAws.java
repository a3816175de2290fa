package services.dataminer.points.operations;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Stands in for `aws` and `sam` on a script's path: answers as told, and keeps each call.
final class FakeAws {

  private final Path folder;
  private final List<String> cases = new ArrayList<>();

  /// @param folder an empty one
  FakeAws(Path folder) {
    this.folder = folder;
  }

  /// What a call prints.
  ///
  /// @param call pattern of the shell for the words of the call
  FakeAws answers(String call, String output) {
    cases.add("%s) cat <<'ANSWER'\n%s\nANSWER\n;;".formatted(call, output));
    return this;
  }

  /// What a call prints the first time; nothing from then on.
  FakeAws once(String call, String output) {
    Path answered = folder.resolve("answered-" + cases.size());
    cases.add(
        "%1$s) [ -e '%2$s' ] || { : >'%2$s'; cat <<'ANSWER'\n%3$s\nANSWER\n}\n;;"
            .formatted(call, answered, output));
    return this;
  }

  /// The environment of a script that finds this in place of the real ones.
  Map<String, String> environment() {
    String calls = folder.resolve("calls").toString();
    String script =
        "#!/bin/sh\nprintf '%%s %%s\\n' \"${0##*/}\" \"$*\" >>'%s'\ncase \"$*\" in\n%s\nesac\n"
            .formatted(calls, String.join("\n", cases));
    for (String name : List.of("aws", "sam")) {
      write(name, script);
    }
    return Map.of(
        "PATH", folder + File.pathSeparator + System.getenv("PATH"), "AWS_REGION", "eu-west-1");
  }

  private void write(String name, String script) {
    try {
      Path file = Files.writeString(folder.resolve(name), script);
      if (!file.toFile().setExecutable(true)) {
        throw new IllegalStateException(file + " cannot be made executable");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The calls so far whose words contain this.
  List<String> calls(String words) {
    Path calls = folder.resolve("calls");
    try {
      return Files.exists(calls)
          ? Files.readAllLines(calls).stream().filter(call -> call.contains(words)).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
