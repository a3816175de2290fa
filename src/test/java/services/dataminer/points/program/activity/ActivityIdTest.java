package services.dataminer.points.program.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.program.activity.CourseFact.Milestone;

class ActivityIdTest {

  @ParameterizedTest
  @DisplayName("An id is a prefix, a colon and visible characters")
  @ValueSource(
      strings = {
        "calcom:cZQK3k",
        "calendar:a/b?c=d&e",
        "show:ibc-2026:acme",
        "hosted-event:x",
        "x:y"
      })
  void valid(String id) {
    assertThat(new ActivityId(id)).hasToString(id);
    assertThat(ActivityId.isValid(id)).isTrue();
  }

  @ParameterizedTest
  @DisplayName("Anything that could be taken for more than one part of a key is refused")
  @ValueSource(
      strings = {"", "calcom", "calcom:", ":x", "Calcom:x", "calcom:a#b", "calcom:a b", "calcom:é"})
  void invalid(String id) {
    assertThat(ActivityId.isValid(id)).isFalse();
    assertThatThrownBy(() -> new ActivityId(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an activity id: " + id);
  }

  @Test
  @DisplayName("An id has at most 200 characters, of which the sender chooses 180")
  void length() {
    assertThat(ActivityId.isValid("calcom:" + "x".repeat(180))).isTrue();
    assertThat(ActivityId.isValid("calcom:" + "x".repeat(181))).isFalse();
    assertThat(ActivityId.isValid("a".repeat(19) + ":" + "x".repeat(180))).isTrue();
    assertThat(ActivityId.isValid("a".repeat(20) + ":x")).isFalse();
  }

  @Test
  @DisplayName("Its prefix says where an activity comes from")
  void prefix() {
    assertThat(ActivityId.calcom("uid")).hasToString("calcom:uid");
    assertThat(ActivityId.calendar("id")).hasToString("calendar:id");
    assertThat(ActivityId.show("ibc-2026", "acme")).hasToString("show:ibc-2026:acme");
    assertThat(ActivityId.show("ibc-2026", "acme").isShow()).isTrue();
    assertThat(ActivityId.calcom("show:x").isShow()).isFalse();
  }

  @Test
  @DisplayName("What an administrator records has the kind as its prefix, a transfer its own")
  void prefixes() {
    assertThat(ActivityId.recorded(ActivityKind.HOSTED_EVENT, "x")).hasToString("hosted-event:x");
    assertThat(ActivityId.transfer("t1")).hasToString("transfer:t1");
    assertThat(ActivityId.transfer("t1").transfer()).hasValue("t1");
    assertThat(ActivityId.calcom("transfer:t1").transfer()).isEmpty();
  }

  @Test
  @DisplayName(
      "Each milestone of each learner in each course has an id, which tells nothing of them")
  void learning() {
    String course = "https://lms.example/course with blanks/" + "x".repeat(3_000);
    List<ActivityId> ids =
        List.of(
            ActivityId.ofMember("ada", course, Milestone.DONE),
            ActivityId.ofMember("ada", course, Milestone.ENROLLED),
            ActivityId.ofMember("ben", course, Milestone.DONE),
            ActivityId.ofMember("ada", course + "y", Milestone.DONE),
            ActivityId.ofLearner(new Pseudonym("ada"), course, Milestone.DONE));

    assertThat(ids)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id.value()).matches("xapi:[\\w-]{43}"));
    assertThat(ActivityId.ofMember("ada", course, Milestone.DONE)).isEqualTo(ids.getFirst());
  }

  @Test
  @DisplayName("Ids have the order of their text")
  void order() {
    var a = ActivityId.calcom("a");
    var b = ActivityId.calcom("b");

    assertThat(List.of(b, a).stream().sorted()).containsExactly(a, b);
  }
}
