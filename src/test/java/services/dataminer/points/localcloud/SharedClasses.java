package services.dataminer.points.localcloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The classes of a package in a cache that the JVM maps: read, verified and linked once for each
/// build ([JEP 514](https://openjdk.org/jeps/514)). A process that starts with it takes less than
/// half the processor time of one that reads every class, as Lambda's take next to none, being
/// restored.
///
/// @param option tells the JVM of the cache
/// @param jars what follows the runtime interface client on the class path. The JVM caches no
///   classes of a folder, nor any that the client loads itself
record SharedClasses(String option, List<Path> jars) {
  private static final String WRITE = "-XX:AOTCacheOutput=";
  private static final String READ = "-XX:AOTCache=";

  SharedClasses {
    jars = List.copyOf(jars);
  }

  /// The cache of a package, written by a process for that purpose if there is none yet.
  ///
  /// @param task the unpacked package, beside which the cache is kept
  /// @param trained starts a process with the given classes, has it do something and lets it end
  /// @return empty where the JVM has not written one: then processes start without
  static synchronized Optional<SharedClasses> of(Path task, Predicate<SharedClasses> trained) {
    try {
      String name = task.getFileName() + "-" + Runtime.version();
      Path cache = task.resolveSibling(name + ".aot");
      List<Path> jars;
      try (Stream<Path> files = Files.list(task.resolve("lib"))) {
        jars = files.sorted().toList();
      }
      if (!Files.exists(cache)) {
        Path unfinished = task.resolveSibling(name + "-" + ProcessHandle.current().pid() + ".aot");
        Files.deleteIfExists(unfinished);
        if (!trained.test(new SharedClasses(WRITE + unfinished, jars))
            || !Files.exists(unfinished)) {
          return Optional.empty();
        }
        Files.move(unfinished, cache, StandardCopyOption.ATOMIC_MOVE);
      }
      return Optional.of(new SharedClasses(READ + cache, jars));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
