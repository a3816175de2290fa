package services.dataminer.points.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import services.dataminer.points.localcloud.TimedStart;

/// Measures cold starts of a function against the bare one.
record StartRows(TimedStart[] ours, TimedStart[] bare) {

  private static final String HANDLER = BareFunction.class.getName() + "::handleRequest";

  static StartRows of(int turns) {
    Path task = TimedStart.unpacked();
    Path bareTask = bare(task);
    var ours = new TimedStart[turns];
    var bare = new TimedStart[turns];
    for (int turn = -1; turn < turns; turn++) {
      TimedStart one = TimedStart.of(task, Optional.empty());
      TimedStart other = TimedStart.of(bareTask, Optional.of(HANDLER));
      if (turn >= 0) {
        ours[turn] = one;
        bare[turn] = other;
      }
    }
    return new StartRows(ours, bare);
  }

  /// The same libraries, with one class.
  private static Path bare(Path task) {
    Path folder = Path.of("target", "bench", "bare");
    String file = BareFunction.class.getName().replace('.', '/') + ".class";
    try (Stream<Path> jars = Files.list(task.resolve("lib"))) {
      Path lib = Files.createDirectories(folder.resolve("lib"));
      for (Path jar : jars.filter(each -> !each.endsWith("app.jar")).toList()) {
        Files.copy(jar, lib.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
      Path copy = folder.resolve(file);
      Files.createDirectories(copy.getParent());
      try (var content = BareFunction.class.getResourceAsStream("/" + file)) {
        Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The median of the ratios of a figure, with the middle half of them, and the medians.
  String ratio(ToDoubleFunction<TimedStart> figure, String unit) {
    double[] ratios =
        IntStream.range(0, ours.length)
            .mapToDouble(i -> figure.applyAsDouble(ours[i]) / figure.applyAsDouble(bare[i]))
            .toArray();
    return String.format(
        Locale.ROOT,
        "**%.2f** (%.2f to %.2f) | %.0f against %.0f %s",
        Alternation.quantile(ratios, 0.5),
        Alternation.quantile(ratios, 0.25),
        Alternation.quantile(ratios, 0.75),
        median(ours, figure),
        median(bare, figure),
        unit);
  }

  private static double median(TimedStart[] starts, ToDoubleFunction<TimedStart> figure) {
    return Alternation.quantile(Stream.of(starts).mapToDouble(figure).toArray(), 0.5);
  }
}
