package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.program.activity.ActivityKind.Family;

@DisplayName("Kinds of activities")
class ActivityKindTest {

  @Test
  @DisplayName("register each basis of a recorded award, once")
  void bases() {
    var registered =
        Stream.of(ActivityKind.values()).flatMap(kind -> kind.basis().stream()).toList();

    assertThat(registered)
        .extracting(Class::getName)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AwardBasis.class.getPermittedSubclasses()).map(Class::getName).toList());
  }

  @Test
  @DisplayName("have a basis if, and only if, administrators record them")
  void families() {
    assertThat(ActivityKind.values())
        .allSatisfy(
            kind ->
                assertThat(kind.basis().isPresent())
                    .isEqualTo(kind.family() == Family.RECORDED_AWARD));
  }
}
