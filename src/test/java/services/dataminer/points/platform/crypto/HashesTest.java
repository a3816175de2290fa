package services.dataminer.points.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The expected values are those of FIPS 180 and RFC 4231.
@DisplayName("Hashes")
class HashesTest {

  @Test
  void Sha256_is_that_of_its_standard() {
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    assertThat(Hashes.sha256Hex("abc")).isEqualTo(abc);
    assertThat(Hashes.sha256Hex(bytes("abc"))).isEqualTo(abc);
    assertThat(HexFormat.of().formatHex(Hashes.sha256("abc"))).isEqualTo(abc);
  }

  @Test
  void Sha1_is_that_of_its_standard() {
    assertThat(Hashes.sha1Hex("abc")).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
  }

  @Test
  void A_text_is_hashed_as_UTF_8() {
    assertThat(Hashes.sha256Hex("é")).isEqualTo(Hashes.sha256Hex(bytes("é"))).hasSize(64);
  }

  @Test
  void An_hmac_covers_its_parts_one_after_the_other() {
    byte[] key = bytes("Jefe");
    String expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    assertThat(
            HexFormat.of()
                .formatHex(
                    Hashes.hmacSha256(key, bytes("what do ya want "), bytes("for nothing?"))))
        .isEqualTo(expected);
    assertThat(
            HexFormat.of().formatHex(Hashes.hmacSha256(key, bytes("what do ya want for nothing?"))))
        .isEqualTo(expected);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
