package services.dataminer.points.architecture;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// What a source file may look like, read by the compiler's own parser.
final class Style {

  static final int LINES_OF_A_FILE = 250;
  static final int LINES_OF_A_METHOD = 40;

  /// Names that say nothing of what a class does.
  private static final List<String> EMPTY_NAMES =
      List.of("Manager", "Helper", "Util", "Utils", "Impl", "Service");

  private Style() {}

  /// Everything in these files that is too long or ill named, as `Name.java:line: what`.
  static List<String> faults(List<? extends JavaFileObject> files) {
    JavacTask parser =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, files);
    try {
      return StreamSupport.stream(parser.parse().spliterator(), false)
          .flatMap(file -> Stream.concat(length(file), parts(parser, file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> length(CompilationUnitTree file) {
    long lines = text(file).lines().count();
    return lines <= LINES_OF_A_FILE
        ? Stream.of()
        : Stream.of(fault(file, lines, "the file has " + lines + " lines"));
  }

  private static Stream<String> parts(JavacTask parser, CompilationUnitTree file) {
    Scanner scanner = new Scanner(file, Trees.instance(parser).getSourcePositions());
    scanner.scan(file, null);
    return scanner.faults.stream();
  }

  private static String fault(CompilationUnitTree file, long line, String what) {
    String path = file.getSourceFile().getName();
    return path.substring(path.lastIndexOf('/') + 1) + ":" + line + ": " + what;
  }

  private static String text(CompilationUnitTree file) {
    try {
      return file.getSourceFile().getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Scanner extends TreePathScanner<Void, Void> {

    private final CompilationUnitTree file;
    private final SourcePositions positions;
    private final List<String> faults = new ArrayList<>();

    private Scanner(CompilationUnitTree file, SourcePositions positions) {
      this.file = file;
      this.positions = positions;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      String name = type.getSimpleName().toString();
      if (EMPTY_NAMES.stream().anyMatch(name::endsWith)) {
        faults.add(fault(file, firstLine(type), name + " does not say what it does"));
      }
      type.getMembers().stream()
          .filter(BlockTree.class::isInstance)
          .forEach(initializer -> measure("an initializer", firstLine(initializer), initializer));
      return super.visitClass(type, unused);
    }

    /// From the signature on: annotations, which can hold whole tables, do not count.
    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      List<? extends AnnotationTree> annotations = method.getModifiers().getAnnotations();
      long first = annotations.isEmpty() ? firstLine(method) : lastLine(annotations.getLast()) + 1;
      measure("the method " + method.getName(), first, method);
      return super.visitMethod(method, unused);
    }

    private void measure(String what, long first, Tree tree) {
      long lines = lastLine(tree) - first + 1;
      if (lines > LINES_OF_A_METHOD) {
        faults.add(fault(file, first, what + " has " + lines + " lines"));
      }
    }

    private long firstLine(Tree tree) {
      return file.getLineMap().getLineNumber(positions.getStartPosition(file, tree));
    }

    private long lastLine(Tree tree) {
      return file.getLineMap().getLineNumber(positions.getEndPosition(file, tree) - 1);
    }
  }
}
