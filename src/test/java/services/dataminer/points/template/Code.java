package services.dataminer.points.template;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.function.Function;

/// The product's classes, read once.
///
/// Without what they use of Java and libraries: those are thousands of classes, and known by name
/// from what uses them.
public final class Code {

  public static final JavaClasses CLASSES =
      read(importer -> importer.importPath(Path.of("target/classes")));

  private Code() {}

  /// The classes of a package and those below, tests as well, read like the product's.
  public static JavaClasses below(String packageName) {
    return read(importer -> importer.importPackages(packageName));
  }

  private static JavaClasses read(Function<ClassFileImporter, JavaClasses> read) {
    return ArchConfiguration.withThreadLocalScope(
        configuration -> {
          configuration.setResolveMissingDependenciesFromClassPath(false);
          return read.apply(new ClassFileImporter());
        });
  }
}
