package services.dataminer.points.program.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.functions.rules.InvalidRuleBook;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.functions.rules.RuleFiles;

@DisplayName("Rooms and robots are nobody")
class NotPeopleTest {

  private static final NotPeople SOME =
      new NotPeople(Set.of("fireflies.ai", "notes@acme.example", "resource.calendar.google.com"));

  @ParameterizedTest
  @DisplayName("by their address or domain")
  @CsvSource({
    "fred@fireflies.ai, true",
    "fred@eu.fireflies.ai, true",
    "fred@myfireflies.ai, false",
    "ai@example.com, false",
    "notes@acme.example, true",
    "ada@acme.example, false",
    "acme.example_31@resource.calendar.google.com, true"
  })
  void held(String address, boolean held) {
    assertThat(SOME.holds(address)).isEqualTo(held);
  }

  @ParameterizedTest
  @DisplayName("An entry is an address or a domain, in lower case")
  @ValueSource(strings = {"", "fireflies", "Fireflies.ai", "@fireflies.ai", "a b@c.de", "a@b@c.de"})
  void faulty(String entry) {
    assertThatThrownBy(() -> new NotPeople(Set.of(entry)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("neither an address nor a domain: " + entry);
  }

  @Test
  @DisplayName("The shipped rule book knows Google's rooms and the usual note takers")
  void shipped() {
    NotPeople shipped = RuleBookYaml.shipped().notPeople();

    assertThat(shipped.holds("c_188@resource.calendar.google.com")).isTrue();
    assertThat(shipped.holds("fred@fireflies.ai")).isTrue();
  }

  @Test
  @DisplayName("A faulty entry of a rule book is named")
  void inFile() {
    String book = RuleFiles.good() + "\nnot-people: [fireflies.ai, Robots]\n";

    assertThatThrownBy(() -> RuleBookYaml.read("book.yaml", book))
        .isInstanceOf(InvalidRuleBook.class)
        .hasMessageContaining("Robots is neither an address nor a domain in lower case");
  }
}
