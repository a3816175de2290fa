package services.dataminer.points.program.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An IRI")
class IriTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a:b", "https://lms.example/kurs/straße?id=2#x", "urn:course:2", "x+y-z.1:a"})
  @DisplayName("is a scheme and something after it")
  void iri(String text) {
    assertThat(Iri.is(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":b", "a:", "1:b", "course", "a:b c", "a:b\u0000", "a:<b>", "a:{b}"})
  @DisplayName("is not without a scheme, nor with what RFC 3987 excludes")
  void noIri(String text) {
    assertThat(Iri.is(text)).isFalse();
  }

  @Test
  @DisplayName("has at most 2,048 characters")
  void longest() {
    assertThat(Iri.is("a:" + "b".repeat(2_046))).isTrue();
    assertThat(Iri.is("a:" + "b".repeat(2_047))).isFalse();
  }
}
