package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.Lms.ADAS_ACCOUNT;
import static services.dataminer.points.application.award.Lms.ADAS_MAIL;
import static services.dataminer.points.application.award.Lms.completed;
import static services.dataminer.points.application.award.Lms.voids;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.activity.CourseFact.Step;

/// Statements in any order, more than once, and at once.
@WholeSuite
class CourseRacesTest {

  private static final String AT = "2026-04-01T10:00:00Z";

  /// Six statements of three courses' worth, two of them void: agile stays by one, the quiz by
  /// none.
  private static List<CourseMessage> messages() {
    return List.of(
        Lms.told("e1", ADAS_MAIL, Lms.AGILE, Step.ENROLLED, AT),
        completed("c1", ADAS_MAIL, AT),
        completed("c2", ADAS_ACCOUNT, "2026-05-01T10:00:00Z"),
        Lms.told("q1", ADAS_ACCOUNT, Lms.SELF_TEST, Step.PASSED, AT),
        voids("v1", "c1"),
        voids("v2", "q1"),
        voids("v3", "v1"));
  }

  @RepeatedTest(15)
  @DisplayName("any order and repetition ends in the same sums, whenever course and learner appear")
  void anyOrder(RepetitionInfo round) {
    var random = new Random(round.getCurrentRepetition());
    var program = new Program(LocalTable.fresh());
    List<Runnable> steps = new ArrayList<>();
    messages().forEach(message -> steps.add(() -> program.tell(message)));
    messages().stream()
        .filter(_ -> random.nextBoolean())
        .forEach(message -> steps.add(() -> program.tell(message)));
    steps.add(() -> program.member(Lms.ada()));
    steps.add(() -> program.course(Lms.agile()));
    steps.add(() -> program.course(Lms.selfTest()));
    Collections.shuffle(steps, random);

    steps.forEach(Runnable::run);

    assertThat(program.balanceOf("ada")).as("seed %s", round.getCurrentRepetition()).isEqualTo(60);
    assertThat(program.entriesOf("ada").stream().mapToLong(Entry::points).sum()).isEqualTo(60);
  }

  @RepeatedTest(10)
  @DisplayName("two statements of one completion, their void and a sign-up at once are one award")
  void atOnce() throws Exception {
    LocalTable local = LocalTable.fresh();
    var directory = new Program(local);
    directory.course(Lms.agile());
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (CourseMessage message :
        List.of(
            completed("c1", ADAS_MAIL, AT),
            completed("c2", ADAS_ACCOUNT, AT),
            completed("c2", ADAS_ACCOUNT, AT),
            voids("v1", "c1"))) {
      calls.add(
          () -> {
            new Program(local).tell(message);
            return true;
          });
    }
    calls.add(
        () -> {
          new Program(local).member(Lms.ada());
          return true;
        });

    try (var threads = Executors.newFixedThreadPool(calls.size())) {
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        assertThat(call.get()).isTrue();
      }
    }
    // Whatever began to wait while the sign-up was on its way was seen by it or sees it now.
    new Program(local).member(Lms.ada());

    assertThat(directory.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  void A_statement_of_a_member_leaves_four_items_and_no_more() {
    var program = new Program(LocalTable.fresh());
    program.member(Lms.ada());
    program.course(Lms.agile());

    program.tell(completed("c1", ADAS_MAIL, AT));

    long items =
        program.local.client().scan(scan -> scan.tableName(program.local.name())).items().stream()
            .map(item -> item.get("pk").s() + " " + item.get("sk").s())
            .filter(key -> key.matches("(ACTIVITY|STATEMENT)#.*|MEMBER#ada (ENTRY#.*|BALANCE)"))
            .count();
    assertThat(items).isEqualTo(4);
  }
}
