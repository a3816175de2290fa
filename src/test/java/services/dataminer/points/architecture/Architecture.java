package services.dataminer.points.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.DependencyRules;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What may know what, for all code below a package.
///
/// @param root the package that holds the layers; not the product's own where the rules are tried
///   on code made to break them
record Architecture(String root) {

  private static final Map<String, Set<String>> MAY_KNOW =
      Map.of(
          "program", Set.of("program"),
          "platform", Set.of("platform"),
          "ledger", Set.of("ledger", "platform", "program"),
          "application", Set.of("application", "ledger", "program"),
          "functions", Set.of("functions", "application", "ledger", "platform", "program"));

  /// The parts of Java that rules need: values, time and hashes.
  private static final String[] PURE_JAVA = {
    "java.lang..",
    "java.util..",
    "java.time..",
    "java.math..",
    "java.security..",
    "java.nio.charset..",
    "java.text.."
  };

  private static final Set<String> CHANCE =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.random.RandomGenerator",
          "java.security.SecureRandom");

  private static final Set<String> SURROUNDINGS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Locale.getDefault",
          "java.util.TimeZone.getDefault",
          "java.time.ZoneId.systemDefault");

  /// No AWS, no Quarkus, no JSON, no files, no network: the rules are Java alone.
  ArchRule theProgramStandsAlone() {
    return classes()
        .that()
        .resideInAPackage(root + ".program..")
        .should(onlyKnowPureJava())
        .as("the program depends on pure Java and itself");
  }

  /// Whatever the rules are asked about is told to them, the time above all.
  ArchRule theProgramHasNoClock() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".program..")
        .should()
        .accessTargetWhere(describe("reads clock, chance or surroundings", Architecture::isImpure))
        .as("the program has no clock, no chance and no surroundings");
  }

  /// Arrows run functions, application, ledger, program and never back. The platform is beside
  /// them: functions and the ledger use it, and it uses none of them.
  ArchRule layersKnowThoseBelow() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(onlyKnowLayersBelow())
        .as(
            "functions know application, ledger and program in this order, and the platform nothing");
  }

  /// Tables, keys, conditions and attributes stay in one room: the others speak the program's
  /// words.
  ArchRule onlyTheLedgerKnowsDynamoDb() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".ledger..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + ".ledger.table..", "software.amazon.awssdk.services.dynamodb..")
        .as("only the ledger knows DynamoDB");
  }

  /// A use case is Java, the rooms below it, injection and a log.
  ArchRule theApplicationKnowsNoTechnology() {
    return classes()
        .that()
        .resideInAPackage(root + ".application..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            root + "..",
            "java.lang..",
            "java.util..",
            "java.time..",
            "jakarta.inject..",
            "org.jboss.logging..")
        .as("the application knows no HTTP, JSON, YAML or AWS");
  }

  ArchRule noCycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .as("packages do not know each other in a circle");
  }

  ArchRule nothingKnowsThePackagesAbove() {
    return DependencyRules.NO_CLASSES_SHOULD_DEPEND_UPPER_PACKAGES.as(
        "no class knows a package above its own");
  }

  private ArchCondition<JavaClass> onlyKnowPureJava() {
    return new ArchCondition<>("depend on pure Java and the program") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        DescribedPredicate<JavaClass> allowed =
            resideInAPackage(root + ".program..")
                .or(resideInAnyPackage(PURE_JAVA))
                .or(describe("primitive", JavaClass::isPrimitive));
        item.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !allowed.test(dependency.getTargetClass().getBaseComponentType()))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  private static boolean isImpure(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    String name = access.getTarget().getName();
    boolean now = owner.getPackageName().startsWith("java.time") && name.equals("now");
    return now
        || owner.getFullName().equals("java.time.Clock")
        || CHANCE.contains(owner.getFullName())
        || SURROUNDINGS.contains(owner.getFullName() + "." + name);
  }

  private ArchCondition<JavaClass> onlyKnowLayersBelow() {
    return new ArchCondition<>("know only the layers below their own") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        String layer = layer(item).orElse("");
        if (!MAY_KNOW.containsKey(layer)) {
          String message = item.getFullName() + " is in none of the layers " + MAY_KNOW.keySet();
          events.add(SimpleConditionEvent.violated(item, message));
          return;
        }
        item.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> layer(dependency.getTargetClass()).isPresent())
            .filter(
                dependency ->
                    !MAY_KNOW.get(layer).contains(layer(dependency.getTargetClass()).get()))
            .forEach(
                dependency ->
                    events.add(
                        SimpleConditionEvent.violated(dependency, dependency.getDescription())));
      }
    };
  }

  /// The first package below the root; empty for what is not below it.
  private Optional<String> layer(JavaClass of) {
    String name = of.getBaseComponentType().getPackageName() + ".";
    return name.startsWith(root + ".")
        ? Optional.of(name.substring(root.length() + 1).split("\\.", 2)[0])
        : Optional.empty();
  }
}
