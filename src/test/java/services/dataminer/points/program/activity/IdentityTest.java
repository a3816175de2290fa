package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Who is named in a fact")
class IdentityTest {

  @Test
  @DisplayName("is named by an address if there is a scheme, otherwise by a pseudonym")
  void kinds() {
    assertThat(Identity.of("mailto:ada@acme.example"))
        .isEqualTo(new Address("mailto:ada@acme.example"))
        .hasToString("mailto:ada@acme.example");
    assertThat(Identity.of("k3J9")).isEqualTo(new Pseudonym("k3J9")).hasToString("k3J9");
    assertThat(Identity.of("a:b")).isInstanceOf(Address.class);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"ada", ":ada"})
  @DisplayName("by an address that has a scheme")
  void address(String value) {
    assertThatThrownBy(() -> new Address(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an address is an IRI, with a scheme");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", ":", "mailto:ada@acme.example"})
  @DisplayName("by a pseudonym that is no address")
  void pseudonym(String value) {
    assertThatThrownBy(() -> new Pseudonym(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pseudonym is not blank, and no IRI");
  }
}
