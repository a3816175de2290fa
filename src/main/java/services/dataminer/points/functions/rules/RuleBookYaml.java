package services.dataminer.points.functions.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.program.rules.DojoRule;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.Levels;
import services.dataminer.points.program.rules.NotPeople;
import services.dataminer.points.program.rules.RuleBook;
import services.dataminer.points.program.rules.Tariff;

/// Reads rule books from YAML, all or nothing. What a file may say is told in the shipped one,
/// `rules/program.yaml`.
public final class RuleBookYaml {

  private static final String SHIPPED = "rules/program.yaml";

  private static final Set<String> NOT_INHERITED = Set.of("id", "from", "until");

  /// Each once: what an edition takes over has the violations that it has above.
  private final Set<Violation> violations = new LinkedHashSet<>();

  private RuleBookYaml() {}

  /// The rule book that this product is shipped with.
  public static RuleBook shipped() {
    try (InputStream file = RuleBookYaml.class.getResourceAsStream("/" + SHIPPED)) {
      return read(SHIPPED, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  /// The rule book in a text.
  ///
  /// @param source where the text is from, to name it in violations
  /// @throws InvalidRuleBook with everything that is wrong in it
  public static RuleBook read(String source, String text) {
    RuleBookYaml reading = new RuleBookYaml();
    Optional<RuleBook> book = YamlFile.parse(text, reading.violations).flatMap(reading::book);
    return book.orElseThrow(() -> new InvalidRuleBook(source, reading.violations));
  }

  private Optional<RuleBook> book(YamlSection book) {
    List<ReadEdition> editions = editions(book.sections("editions"));
    refuseOtherOrder(editions);
    // An edition left out for its own violations would show as a gap.
    if (violations.isEmpty()) {
      RuleBook.misfits(inForce(editions))
          .forEach(misfit -> editions.get(misfit.at()).blame(misfit.key(), misfit.message()));
    }
    Set<String> notPeople = notPeople(book);
    return book.build(() -> new RuleBook(inForce(editions), new NotPeople(notPeople)));
  }

  private record ReadEdition(YamlSection section, Edition edition) {
    void blame(String key, String message) {
      section.addViolation(key, message);
    }
  }

  /// The editions, each completed by the one above it in the file.
  private static List<ReadEdition> editions(List<YamlSection> sections) {
    var editions = new ArrayList<ReadEdition>();
    Optional<YamlSection> above = Optional.empty();
    for (YamlSection section : sections) {
      YamlSection complete = section.completedBy(above, NOT_INHERITED);
      edition(complete).ifPresent(edition -> editions.add(new ReadEdition(complete, edition)));
      above = Optional.of(complete);
    }
    return editions;
  }

  private static void refuseOtherOrder(List<ReadEdition> editions) {
    for (int i = 1; i < editions.size(); i++) {
      Edition above = editions.get(i - 1).edition();
      if (!editions.get(i).edition().from().isAfter(above.from())) {
        editions
            .get(i)
            .blame(
                "from",
                "must be after %s, when edition %s above begins"
                    .formatted(above.from(), above.id()));
      }
    }
  }

  /// The editions, of which one that names no end ends when the next begins.
  private static List<Edition> inForce(List<ReadEdition> read) {
    var editions = new ArrayList<Edition>();
    for (int i = 0; i < read.size(); i++) {
      Edition edition = read.get(i).edition();
      boolean endsWithNext = edition.until().isEmpty() && i + 1 < read.size();
      editions.add(endsWithNext ? edition.endingOn(read.get(i + 1).edition().from()) : edition);
    }
    return editions;
  }

  private static Set<String> notPeople(YamlSection book) {
    List<String> entries = book.textsIfGiven("not-people");
    entries.stream()
        .filter(entry -> !NotPeople.isEntry(entry))
        .forEach(
            entry ->
                book.addViolation(
                    "not-people",
                    "%s is neither an address nor a domain in lower case".formatted(entry)));
    return Set.copyOf(entries);
  }

  private static Optional<Edition> edition(YamlSection edition) {
    Optional<String> id = edition.text("id");
    Optional<LocalDate> from = edition.date("from");
    Optional<LocalDate> until = edition.dateIfGiven("until");
    Optional<Tariff> tariff = TariffYaml.read(edition);
    Optional<DojoRule> dojo = edition.section("dojo").flatMap(RuleBookYaml::dojo);
    Optional<Levels> levels = edition.section("levels").flatMap(LevelsYaml::read);
    return edition.build(
        () ->
            new Edition(
                id.orElseThrow(),
                from.orElseThrow(),
                until,
                tariff.orElseThrow(),
                dojo.orElseThrow(),
                levels.orElseThrow()));
  }

  private static Optional<DojoRule> dojo(YamlSection dojo) {
    Optional<Long> rate = dojo.whole("rate");
    return dojo.build(() -> new DojoRule(rate.orElseThrow()));
  }
}
