package services.dataminer.points.template;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import io.quarkus.funqy.Funq;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// What the code of one function may call, directly or not. Of an interface of the product's that
/// is called, every implementation may be meant.
record Reach(Set<JavaCodeUnit> code) {

  /// @param function its name in `@Funq`
  static Reach of(String function) {
    var reached = new HashSet<JavaCodeUnit>();
    var open = new ArrayDeque<JavaCodeUnit>();
    Code.CLASSES.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(Funq.class))
        .filter(method -> method.getAnnotationOfType(Funq.class).value().equals(function))
        .forEach(open::add);
    while (!open.isEmpty()) {
      JavaCodeUnit unit = open.remove();
      if (reached.add(unit)) {
        Stream.of(unit.getCallsFromSelf(), unit.getCodeUnitReferencesFromSelf())
            .flatMap(Collection::stream)
            .flatMap(access -> meant((CodeUnitAccessTarget) access.getTarget()))
            .forEach(open::add);
      }
    }
    return new Reach(reached);
  }

  private static Stream<JavaCodeUnit> meant(CodeUnitAccessTarget target) {
    JavaClass owner = target.getOwner();
    return Stream.concat(Stream.of(owner), owner.getAllSubclasses().stream())
        .filter(_ -> Code.CLASSES.contain(owner.getName()))
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(unit -> unit.getName().equals(target.getName()));
  }

  Stream<JavaMethodCall> calls() {
    return code.stream().flatMap(unit -> unit.getMethodCallsFromSelf().stream());
  }

  /// The names of an enum's constants that it uses.
  Stream<String> constants(Class<? extends Enum<?>> type) {
    return code.stream()
        .flatMap(unit -> unit.getFieldAccesses().stream())
        .filter(access -> access.getTargetOwner().isEquivalentTo(type))
        .filter(access -> !access.getOriginOwner().isEquivalentTo(type))
        .map(access -> access.getTarget().getName())
        .distinct();
  }

  boolean reaches(Class<?> type) {
    return code.stream().anyMatch(unit -> unit.getOwner().isEquivalentTo(type));
  }
}
