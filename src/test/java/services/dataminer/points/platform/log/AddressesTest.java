package services.dataminer.points.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.platform.text.Watched;

class AddressesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no ada@acme.example here            | no <address> here",
        "o'brien=a,b@acme.example            | <address>",
        "ada@acme.example and ben@acme.example | <address> and <address>",
        "@ada@acme.example                   | <address>",
        "ada@@acme.example@                  | <address>",
        "@acme.example and ada@              | @acme.example and ada@",
        "no one                              | no one"
      })
  void A_word_that_may_be_an_address_is_hidden_as_a_whole(String text, String hidden) {
    assertThat(Addresses.hidden(text)).isEqualTo(hidden);
  }

  @Property
  void Nothing_like_an_address_is_left(
      @ForAll @Chars({'@', ' ', '\n', 'a', ',', '<'}) @CharRange(from = 'x', to = 'z')
          String text) {
    assertThat(Addresses.hidden(text).split("\\s")).noneMatch(word -> word.matches("@*[^@]+@.+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "@", "a@", "@a", "a@ ", " @a", "a ", "a@b "})
  void Twice_the_text_takes_twice_the_work(String part) {
    long once = work(part.repeat(8_000));

    assertThat(work(part.repeat(16_000))).isBetween(once, 2 * once + 100);
  }

  @Test
  void Each_character_is_looked_at_a_few_times_only() {
    assertThat(work("a".repeat(8_000))).isLessThan(10 * 8_000);
  }

  /// How often a character is looked at.
  private static long work(String text) {
    var looks = new AtomicLong();
    Addresses.hidden(new Watched(text, looks));
    return looks.get();
  }
}
