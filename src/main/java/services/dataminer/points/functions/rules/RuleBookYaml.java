package services.dataminer.points.functions.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.program.rules.Demotion;
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

  private final List<Violation> faults = new ArrayList<>();

  private RuleBookYaml() {}

  /// The rule book that this product is shipped with.
  public static RuleBook shipped() {
    try (InputStream file = RuleBookYaml.class.getResourceAsStream("/" + SHIPPED)) {
      return read(SHIPPED, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  /// The rule book that a text tells.
  ///
  /// @param source where the text is from, to name it in faults
  /// @throws FaultyRuleBook with everything that is wrong in it
  public static RuleBook read(String source, String text) {
    RuleBookYaml reading = new RuleBookYaml();
    Optional<RuleBook> book = YamlFile.parse(text, reading.faults).flatMap(reading::book);
    return book.orElseThrow(() -> new InvalidRuleBook(source, reading.faults));
  }

  private Optional<RuleBook> book(YamlSection book) {
    List<ReadEdition> editions =
        book.sections("editions").stream()
            .flatMap(section -> edition(section).map(e -> new ReadEdition(section, e)).stream())
            .sorted(Comparator.comparing(read -> read.edition().from()))
            .toList();
    List<String> notPeople = book.textsIfGiven("not-people");
    notPeople.stream()
        .filter(entry -> !NotPeople.isEntry(entry))
        .forEach(
            entry ->
                book.fault(
                    "not-people",
                    "%s is neither an address nor a domain in lower case".formatted(entry)));
    // An edition left out for its own faults would show as a gap.
    if (faults.isEmpty()) {
      RuleBook.misfits(editions.stream().map(ReadEdition::edition).toList())
          .forEach(misfit -> editions.get(misfit.at()).blame(misfit));
    }
    return book.build(
        () ->
            new RuleBook(
                editions.stream().map(ReadEdition::edition).toList(),
                new NotPeople(Set.copyOf(notPeople))));
  }

  private record ReadEdition(YamlSection section, Edition edition) {
    void blame(RuleBook.Misfit misfit) {
      section.fault(misfit.key(), misfit.message());
    }
  }

  private static Optional<Edition> edition(YamlSection edition) {
    Optional<String> id = edition.text("id");
    Optional<LocalDate> from = edition.date("from");
    Optional<LocalDate> until = edition.dateIfGiven("until");
    Optional<Tariff> tariff = TariffYaml.read(edition);
    Optional<DojoRule> dojo = edition.section("dojo").flatMap(RuleBookYaml::dojo);
    Optional<Levels> levels = edition.section("levels").flatMap(RuleBookYaml::levels);
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

  private static Optional<Levels> levels(YamlSection levels) {
    Optional<Long> advocate = levels.whole("advocate");
    Optional<Long> enabler = levels.whole("enabler");
    Optional<Long> catalyst = levels.whole("catalyst");
    Optional<Demotion> demotion = levels.word("demotion", Demotion.class);
    return levels.build(
        () ->
            new Levels(
                advocate.orElseThrow(),
                enabler.orElseThrow(),
                catalyst.orElseThrow(),
                demotion.orElseThrow()));
  }
}
