package services.dataminer.points.ledger.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource({
    "lopez,          Ada Lopez,          true",
    "ADA L,          Ada Lopez,          true",
    "' lopez ',      Ada Lopez,          true",
    "'',             Ada Lopez,          true",
    "ada lopez,      Lopez Ada,          false",
    "L\u00d3PEZ,     Ada Lo\u0301pez,    true",
    "lo\u0301pez,    Ada L\u00f3pez,     true",
    "\uff41\uff44a,  Ada,                true",
    "STRASSE,        Hauptstra\u00dfe,   true",
    "\u039f\u03a3,   \u03c0\u03bf\u03c2, true",
    "\u03c0\u03bf\u03c2, \u03a0\u039f\u03a3\u0391, true"
  })
  void A_text_is_found_whatever_its_case_and_Unicode_form(
      String typed, String name, boolean found) {
    assertThat(SearchText.of(typed).isIn(Stream.of("m1", name))).isEqualTo(found);
  }

  @Test
  void A_text_that_spans_two_texts_is_in_neither() {
    assertThat(SearchText.of("ab").isIn(Stream.of("a", "b"))).isFalse();
  }
}
