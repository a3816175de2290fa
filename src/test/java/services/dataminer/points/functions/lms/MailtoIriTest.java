package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.program.address.MailAddress;

class MailtoIriTest {

  @Test
  void A_mailbox_names_the_same_person_however_its_accents_are_written() {
    assertThat(MailtoIri.address("mailto:E\u0301lodie@acme.example"))
        .isEqualTo(MailtoIri.address("MAILTO:\u00e9lodie@acme.example"))
        .hasValue(new MailAddress("\u00e9lodie@acme.example"));
  }

  @Test
  void A_mailbox_has_no_blanks_around_it() {
    assertThat(MailtoIri.address("mailto: ada@acme.example")).isEmpty();
    assertThat(MailtoIri.address("mailto:ada@acme.example ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "mailto:ada%2Btag@acme.example,         ada+tag@acme.example",
    "mailto:ada+tag@acme.example,           ada+tag@acme.example",
    "mailto:%41da%2btag@acme.example,       ada+tag@acme.example",
    "mailto:ada%40acme.example,             ada@acme.example",
    "mailto:50%25@acme.example,             50%@acme.example",
    "mailto:50%2525@acme.example,           50%25@acme.example",
    "mailto:%C3%A9lodie@acme.example,       \u00e9lodie@acme.example",
    "mailto:\u00e9l%6Fdie@acme.example,     \u00e9lodie@acme.example",
    "mailto:%F0%9F%98%80@acme.example,      \uD83D\uDE00@acme.example"
  })
  void A_mailbox_may_be_percent_encoded(String iri, String address) {
    assertThat(MailtoIri.address(iri)).hasValue(new MailAddress(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:50%@acme.example",
        "mailto:50%2@acme.example",
        "mailto:ada@acme.example%",
        "mailto:ada@acme.example%4",
        "mailto:%G0@acme.example",
        "mailto:%+1@acme.example",
        // Not UTF-8: a byte alone, an overlong form, half of a surrogate pair.
        "mailto:%E9lodie@acme.example",
        "mailto:%C0%AF@acme.example",
        "mailto:%ED%A0%80@acme.example",
        "mailto:\uD800@acme.example",
        // What no address has, however it is written.
        "mailto:%20ada@acme.example",
        "mailto:ada@acme.example%0A",
        "mailto:a%00da@acme.example",
        "mailto:ada%40home@acme.example",
        "mailto%3Aada@acme.example",
        // Fields of a letter: nobody would be found.
        "mailto:ada@acme.example?subject=points",
        "mailto:"
      })
  void A_bad_escape_or_one_of_no_address_is_refused(String iri) {
    assertThat(MailtoIri.address(iri)).isEmpty();
  }
}
