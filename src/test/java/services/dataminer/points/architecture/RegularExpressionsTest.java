package services.dataminer.points.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import services.dataminer.points.platform.text.Watched;
import services.dataminer.points.template.Code;

/// A pattern that tries the same letters again and again lets one text of 64,000 characters stop a
/// function for a minute.
@DisplayName("Regular expressions")
class RegularExpressionsTest {

  private static final int LENGTH = 4_000;

  /// What texts are made of, to lead quantifiers that overlap into trying every way to share it.
  private static final List<String> PARTS =
      List.of(
          "a",
          "A",
          "0",
          " ",
          "@",
          "-",
          ".",
          ":",
          ";q=0",
          "a-",
          "a.",
          "a@",
          "0.",
          "+",
          "/",
          "\n",
          "P1",
          "basic ",
          "application/",
          "https://a",
          "\ud83d\ude00");

  static Stream<JavaField> patterns() {
    return Code.CLASSES.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getRawType().isEquivalentTo(Pattern.class))
        .filter(field -> field.getModifiers().toString().contains("STATIC"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("patterns")
  @DisplayName("take time in proportion to the text")
  void linear(JavaField pattern) throws ReflectiveOperationException {
    Field field = pattern.reflect();
    field.setAccessible(true);
    var compiled = (Pattern) field.get(null);

    for (String begin : PARTS) {
      for (String part : PARTS) {
        String text = begin + part.repeat(LENGTH / part.length()) + "!\n";
        assertThat(work(compiled, text)).as(begin + part + "...").isLessThan(30L * LENGTH);
      }
    }
  }

  @Test
  @DisplayName("that do not are noticed")
  void quadratic() {
    assertThat(work(Pattern.compile("(a*b?)*c"), "a".repeat(300))).isGreaterThan(30L * 300);
  }

  private static long work(Pattern pattern, String text) {
    var looks = new AtomicLong();
    pattern.matcher(new Watched(text, looks)).matches();
    return looks.get();
  }
}
