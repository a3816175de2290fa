package services.dataminer.points.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The product's names")
class WordsTest {

  @Test
  @DisplayName("hold no word that is gone, and no two files share one")
  void product() {
    assertThat(Sources.ofProduct(Words::faults)).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("cannot take up a word again")
  @ValueSource(
      strings = {
        "record ToldFact() {}",
        "class MeetingJudge {}",
        "class JudgeMeeting {}",
        "class JudgingAgain {}",
        "class LostRace {}",
        "class MeetingInbox {}",
        "class Courier {}",
        "class Crew {}",
        "class TransferDesk {}",
        "class TransferNight {}",
        "record NamedPerson() {}",
        "record Attended() {}",
        "class ProofRun {}",
        "record Examined() {}",
        "class Outer { record Wait() {} }",
        "class ActivityStories {}",
        "record Round() {}",
        "record Lot() {}",
        "record Portion() {}",
        "record TakenBack() {}",
        "class TakeBack {}",
        "record Fault() {}",
        "record Side() {}",
        "record ActivityLine() {}",
        "class Outer { record Waiting() {} }",
        "record DecidedMessage() {}",
        "class C { void untilWon() {} }",
        "class C { void lostRace() {} }",
        "class C { void judge() {} }",
        "class C { void meetingJudge() {} }",
        "class C { void examine() {} }",
        "class C { void tell() {} }",
        "class C { boolean isWaiting() { return false; } }",
        "class C { void takeBack() {} }",
        "class C { boolean isProved() { return true; } }",
        "class C { int attended() { return 0; } }",
        "class C { void round() {} }",
        "class C { int sides() { return 0; } }",
        "class C { void throwIfFaulty() {} }",
        "record R() { String lot() { return null; } }",
        "class Outer { record Answer() {} }",
        "class Outer { interface Inner { record Line() {} } }"
      })
  void gone(String source) {
    assertThat(faults(source)).isNotEmpty();
  }

  @Test
  @DisplayName("may be of other words that look alike")
  void alike() {
    assertThat(
            faults(
                """
                class Outer {
                  record Untold() {}
                  record Waiter() {}
                  record Decided() {}
                  record Lineage() {}
                  record Ballot() {}
                  record Rounded() {}
                  boolean isDefault() { return true; }
                }
                """))
        .isEmpty();
  }

  @Test
  @DisplayName("are each the name of one file only; nested types have their outer type's, too")
  void unique() {
    assertThat(faults("package a; class One { record Same() {} }", "package b; class Same {}"))
        .isEmpty();
    assertThat(faults("package a; class Same {}", "package b; record Same() {}"))
        .containsExactly("Same is in a and in b");
  }

  private static List<String> faults(String... sources) {
    return Words.faults(Stream.of(sources).map(Sources::sample).toList());
  }
}
