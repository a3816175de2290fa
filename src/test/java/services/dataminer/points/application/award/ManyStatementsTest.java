package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.Lms.ADAS_MAIL;
import static services.dataminer.points.application.award.Lms.completed;
import static services.dataminer.points.application.award.Lms.told;
import static services.dataminer.points.application.award.Lms.voids;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Meanwhile;
import services.dataminer.points.ledger.Writes;
import services.dataminer.points.program.activity.CourseFact.Step;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// More statements of one learner and course than an item could hold.
@WholeSuite
class ManyStatementsTest {

  /// 10,000 with `-Dstatements=10000`, which takes a few minutes.
  private static final int STATEMENTS = Integer.getInteger("statements", 70);

  private static final Instant FIRST = Instant.parse("2026-04-01T10:00:00Z");

  @ParameterizedTest
  @ValueSource(ints = {1, -1})
  @DisplayName("the activity stays small, each costs the same few writes, and voids find the next")
  void bounded(int direction) {
    var writes = new Writes();
    LocalTable local = LocalTable.fresh();
    var program = new Program(local.through(writes));
    program.member(Lms.ada());
    program.course(Lms.agile());

    long most = 0;
    for (int n = 0; n < STATEMENTS; n++) {
      writes.clear();
      String at = FIRST.plus(Duration.ofMinutes((long) n * direction)).toString();
      program.tell(completed(Lms.uuid(n), ADAS_MAIL, at));
      most = Math.max(most, writes.units());
    }

    assertThat(most).isLessThanOrEqualTo(16);
    assertThat(
            Stored.items(local)
                .filter(item -> Stored.key(item).endsWith(" ACTIVITY"))
                .mapToInt(item -> item.toString().length()))
        .hasSize(1)
        .allMatch(characters -> characters < 8_000);
    for (int n = 0; n < 15; n++) {
      program.tell(voids("v" + n, Lms.uuid(direction > 0 ? n : STATEMENTS - 1 - n)));
    }
    assertThat(program.balanceOf("ada")).isEqualTo(50);
    for (int n = 15; n < STATEMENTS; n++) {
      program.tell(voids("v" + n, Lms.uuid(direction > 0 ? n : STATEMENTS - 1 - n)));
    }
    assertThat(program.balanceOf("ada")).isZero();
    assertThat(program.sumOfEntries("ada")).isZero();
  }

  @Test
  @DisplayName("a statement put beside an activity whose others become void at that moment counts")
  void besideWhatBecomesVoid() {
    LocalTable local = LocalTable.fresh();
    var others = new Program(local);
    others.member(Lms.ada());
    others.course(Lms.agile());
    for (int n = 0; n < 11; n++) {
      others.tell(completed(Lms.uuid(n), ADAS_MAIL, FIRST.plusSeconds(n).toString()));
    }
    var meanwhile =
        new Meanwhile(
            TransactWriteItemsRequest.class,
            () -> {
              for (int n = 0; n < 11; n++) {
                others.tell(voids("v" + n, Lms.uuid(n)));
              }
            });

    new Program(local.through(meanwhile))
        .tell(completed(Lms.uuid(11), ADAS_MAIL, FIRST.plusSeconds(11).toString()));

    assertThat(meanwhile.happened()).isTrue();
    assertThat(others.balanceOf("ada")).isEqualTo(50);
  }

  @Test
  @DisplayName("reported as not completed, what counts is the next later statement beside it")
  void besideWhatIsTakenBack() {
    var program = new Program(LocalTable.fresh());
    program.member(Lms.ada());
    program.course(Lms.agile());
    for (int n = 0; n < 15; n++) {
      program.tell(completed(Lms.uuid(n), ADAS_MAIL, FIRST.plusSeconds(n).toString()));
    }

    program.tell(uncompleted("u12", 12));
    assertThat(program.balanceOf("ada")).isEqualTo(50);
    program.tell(uncompleted("u14", 14));
    assertThat(program.balanceOf("ada")).isZero();
    program.tell(voids("vu14", "u14"));
    assertThat(program.balanceOf("ada")).isEqualTo(50);
  }

  private static CourseMessage uncompleted(String id, int second) {
    return told(id, ADAS_MAIL, Lms.AGILE, Step.UNCOMPLETED, FIRST.plusSeconds(second).toString());
  }
}
