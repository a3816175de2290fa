package services.dataminer.points.functions.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.functions.award.Lms.ADAS_MAIL;
import static services.dataminer.points.functions.award.Lms.completed;
import static services.dataminer.points.functions.award.Lms.voids;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Writes;

/// More statements of one learner and course than an item could hold.
class ManyStatementsTest {

  /// 10,000 with `-Dstatements=10000`, which takes a few minutes.
  private static final int STATEMENTS = Integer.getInteger("statements", 120);

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
}
