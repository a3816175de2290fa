package services.dataminer.points.ledger.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.BlockedActivity;
import services.dataminer.points.ledger.directory.MissingCourses.Described;
import services.dataminer.points.ledger.directory.MissingCourses.Missing;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.CourseFact.Milestone;

@WholeSuite
@DisplayName("What the catalogue lacks")
class MissingCoursesTest {

  private static final Described COURSE =
      new Described("https://lms.example/7", Optional.empty(), Optional.of("Agile"));
  private static final Instant NOW = Instant.parse("2026-09-14T10:00:00Z");

  private final LocalTable local = LocalTable.fresh();

  private void waiting(int people) {
    local.enter(
        entered -> {
          Table table = entered.table();
          var heard = table.transaction();
          MissingCourses.note(heard, Map.of(), COURSE, NOW);
          table.write(heard);
          for (int n = 0; n < people; n++) {
            var activity = ActivityId.ofMember("m" + n, COURSE.id(), Milestone.DONE);
            var blocked =
                new BlockedActivity(
                    activity, ActivityKind.COURSE_PROGRESS, Optional.of("m" + n), Optional.of(NOW));
            table.write(
                table
                    .transaction()
                    .put(
                        Keys.waiting(Keys.course(COURSE.id()), activity),
                        Document.of(blocked),
                        Condition.NONE));
          }
        });
  }

  @ParameterizedTest(name = "{0} people: {1}, and more: {2}")
  @CsvSource({"0, 0, false", "10000, 10000, false", "10001, 10000, true"})
  @DisplayName("is listed with the number of people who wait, up to a limit")
  void counted(int people, long counted, boolean more) {
    waiting(people);

    assertThat(new MissingCourses(local.table()).page(Optional.empty(), 50).items())
        .containsExactly(new Missing(COURSE, counted, counted, more, NOW, NOW, List.of()));
  }
}
