package services.dataminer.points.program.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearFormTest {

  @ParameterizedTest
  @CsvSource({
    "https://lms.example/a,http://lms.example/a",
    "https://lms.example/a,HTTPS://LMS.Example/a",
    "https://lms.example/a,https://lms.example/a/",
    "https://lms.example,https://lms.example/",
    "https://lms.example/a?id=2,https://lms.example/a/?id=2",
    "https://lms.example/a?id=2,https://lms.example/a?id=2/",
    "https://lms.example/a,https://lms.example/a#section-3",
    "urn:course:2,urn:course:2/",
    "urn:course:2,urn:course:2#top"
  })
  void What_people_take_for_the_same_has_one_form(String one, String other) {
    assertThat(NearForm.of(one)).isEqualTo(NearForm.of(other));
  }

  @ParameterizedTest
  @CsvSource({
    "https://lms.example/a,https://lms.example/A",
    "https://lms.example/a?id=2,https://lms.example/a?id=20",
    "https://lms.example/a,https://lms.example:8443/a",
    "https://lms.example/a,https://www.lms.example/a",
    "urn:course:2,URN:course:2"
  })
  void Whatever_else_differs_is_something_else(String one, String other) {
    assertThat(NearForm.of(one)).isNotEqualTo(NearForm.of(other));
  }
}
