package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import services.dataminer.points.program.address.MailAddress;

class TextsTest {

  @Test
  void A_mailbox_names_the_same_person_however_its_accents_are_written() {
    assertThat(Texts.mailbox("mailto:E\u0301lodie@acme.example"))
        .isEqualTo(Texts.mailbox("MAILTO:\u00e9lodie@acme.example"))
        .hasValue(new MailAddress("\u00e9lodie@acme.example"));
  }

  @Test
  void A_mailbox_has_no_blanks_around_it() {
    assertThat(Texts.mailbox("mailto: ada@acme.example")).isEmpty();
    assertThat(Texts.mailbox("mailto:ada@acme.example ")).isEmpty();
  }
}
