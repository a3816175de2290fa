package services.dataminer.points.functions.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.ledger.directory.IdentityKey;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.program.activity.Address;

class SecretIdentityKeyTest {

  private static IdentityKey wired(String value) {
    return new Wiring().identityKey(_ -> value, AnyConfig.config());
  }

  @Test
  void A_key_of_32_bytes_is_used_as_it_is() {
    byte[] key = "exactly thirty-two bytes of key!".getBytes(StandardCharsets.UTF_8);

    assertThat(wired(Base64.getEncoder().encodeToString(key)).bytes()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "c2hvcnQ=, holds only 5 bytes",
    "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MA==, holds only 31 bytes",
    "no base64 at all, is not base64"
  })
  void No_pseudonym_is_made_with_a_wrong_key(String value, String how) {
    var pseudonyms = new Pseudonyms(wired(value));

    assertThatThrownBy(() -> pseudonyms.of(new Address("mailto:ada@acme.example")))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("/identity-key " + how)
        .hasMessageNotContaining(value)
        .hasNoCause();
  }
}
