package services.dataminer.points.program.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.program.activity.Identity;

class MailAddressTest {

  @ParameterizedTest
  @CsvSource({
    "ada@acme.example, ada@acme.example",
    "' Ada.Lopez+ibc@ACME.Example\t', ada.lopez+ibc@acme.example",
    "ÉLODIE@acmé.example, élodie@acmé.example",
    "INFO@ACME.EXAMPLE, info@acme.example",
    "e\u0301lodie@acme.example, \u00e9lodie@acme.example",
    "E\u0301LODIE@acme\u0301.example, \u00e9lodie@acm\u00e9.example",
    "J\u030cANA@acme.example, \u01f0ana@acme.example",
    "\u212aim@acme.example, kim@acme.example",
    "\u0130rem@acme.example, i\u0307rem@acme.example"
  })
  void An_address_has_one_spelling(String sent, String value) {
    assertThat(MailAddress.parse(sent)).map(MailAddress::value).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@acme.example",
        "ada@",
        "a@b@c",
        "ada lopez@acme.example",
        "ada@acme\u00a0.example",
        "ada\u0000@acme.example",
        "ada\u200b@acme.example",
        "ada\ud800@acme.example",
        "ada@acme.example\nbcc:ben@acme.example"
      })
  void What_is_no_address_is_none(String sent) {
    assertThat(MailAddress.parse(sent)).isEmpty();
  }

  @Test
  void An_address_has_at_most_254_characters() {
    assertThat(MailAddress.parse("a".repeat(249) + "@b.io")).isPresent();
    assertThat(MailAddress.parse("a".repeat(250) + "@b.io")).isEmpty();
  }

  @Test
  void An_address_names_a_person_and_a_domain() {
    MailAddress ada = new MailAddress("ada@acme.example");

    assertThat(ada.identity()).isEqualTo(Identity.of("mailto:ada@acme.example"));
    assertThat(ada.domain()).isEqualTo("acme.example");
    assertThatThrownBy(() -> new MailAddress("Ada@acme.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("acme");
  }

  @Test
  void Addresses_are_ordered_and_shown_by_their_spelling() {
    MailAddress ada = new MailAddress("ada@acme.example");
    MailAddress ben = new MailAddress("ben@acme.example");

    assertThat(ada).isLessThan(ben).hasToString("ada@acme.example");
  }

  @Property
  void Any_text_is_an_address_or_none(@ForAll String sent) {
    assertThat(MailAddress.parse("a" + sent).flatMap(a -> MailAddress.parse(a.value())))
        .isEqualTo(MailAddress.parse("a" + sent));
  }
}
