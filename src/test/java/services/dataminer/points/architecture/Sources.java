package services.dataminer.points.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Java sources to look at: the product's, and samples.
final class Sources {

  private static final Path MAIN = Path.of("src", "main", "java");

  private Sources() {}

  /// What is found in all files of the product.
  static List<String> ofProduct(Function<List<? extends JavaFileObject>, List<String>> look) {
    try (Stream<Path> found = Files.walk(MAIN);
        var sources =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      List<Path> files = found.filter(path -> path.toString().endsWith(".java")).toList();
      if (files.size() < 100) {
        throw new IllegalStateException("only " + files.size() + " files below " + MAIN);
      }
      var read = new ArrayList<JavaFileObject>();
      sources.getJavaFileObjectsFromPaths(files).forEach(read::add);
      return look.apply(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file `Sample.java`.
  static JavaFileObject sample(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
