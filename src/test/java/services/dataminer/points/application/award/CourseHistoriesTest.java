package services.dataminer.points.application.award;

import static org.assertj.core.api.Assertions.assertThat;
import static services.dataminer.points.application.award.Lms.ADAS_ACCOUNT;
import static services.dataminer.points.application.award.Lms.ADAS_MAIL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.application.message.CourseMessage.Progressed;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.activity.CourseFact.Step;

/// A learner's whole history with one course, with more statements than an activity keeps as facts,
/// beside a model that keeps everything.
@WholeSuite
class CourseHistoriesTest {

  private static final ActivityId DONE = ActivityId.ofMember("ada", Lms.AGILE, Milestone.DONE);
  private static final List<Step> STEPS =
      List.of(
          Step.COMPLETED,
          Step.COMPLETED,
          Step.SUCCEEDED,
          Step.PASSED,
          Step.PASSED,
          Step.UNCOMPLETED);

  /// Everything that was ever told.
  private record Model(List<Progressed> statements, Set<String> voided) {

    static Model any(Random random) {
      var statements = new ArrayList<Progressed>();
      var voided = new HashSet<String>();
      int count = 1 + random.nextInt(40);
      // Some are rarely void or retracted, so that many stand.
      int voidInTen = random.nextInt(6);
      int steps = random.nextBoolean() ? STEPS.size() : STEPS.size() - 1;
      for (int n = 0; n < count; n++) {
        Address who = random.nextBoolean() ? ADAS_MAIL : ADAS_ACCOUNT;
        // Some from before the program began, some at the same time.
        Instant at =
            Instant.parse("2023-03-20T10:00:00Z").plusSeconds(86_400L * random.nextInt(60));
        Step step = n == count / 2 ? Step.UNCOMPLETED : STEPS.get(random.nextInt(steps));
        statements.add(Lms.told(Lms.uuid(n), who, Lms.AGILE, step, at.toString()));
        if (random.nextInt(10) < voidInTen) {
          voided.add(Lms.uuid(n));
        }
      }
      return new Model(statements, voided);
    }

    private List<Progressed> valid() {
      return statements.stream().filter(s -> !voided.contains(s.statement().id())).toList();
    }

    /// When the course was completed first since it was last reported as not completed.
    Optional<Instant> earnedAt() {
      Instant since =
          valid().stream()
              .filter(s -> s.step() == Step.UNCOMPLETED)
              .map(s -> s.statement().at())
              .max(Instant::compareTo)
              .orElse(Instant.MIN);
      return valid().stream()
          .filter(s -> s.step() == Step.COMPLETED || s.step() == Step.SUCCEEDED)
          .map(s -> s.statement().at())
          .filter(at -> at.isAfter(since) && !at.isBefore(Instant.parse("2023-03-27T22:00:00Z")))
          .min(Instant::compareTo);
    }

    List<CourseMessage> messages() {
      var messages = new ArrayList<CourseMessage>(statements);
      voided.forEach(id -> messages.add(Lms.voids("v" + id, id)));
      return messages;
    }
  }

  @RepeatedTest(12)
  @DisplayName("any order, repetition, sign-up and entry of the course ends as if all were kept")
  void anyOrder(RepetitionInfo round) {
    var random = new Random(round.getCurrentRepetition());
    Model model = Model.any(random);
    var program = new Program(LocalTable.fresh());
    List<Runnable> steps = new ArrayList<>();
    for (CourseMessage message : model.messages()) {
      for (int n = 0; n <= random.nextInt(2); n++) {
        steps.add(() -> program.tell(message));
      }
    }
    steps.add(() -> program.course(Lms.agile()));
    steps.add(() -> program.member(Lms.member("ada", List.of("ada@acme.example"))));
    Collections.shuffle(steps, random);
    // The account comes last or in between, after the member is there.
    steps.add(random.nextInt(steps.size() + 1), () -> {});
    steps.add(() -> program.member(Lms.ada()));

    steps.forEach(Runnable::run);

    long expected = model.earnedAt().isPresent() ? 50 : 0;
    assertThat(program.balanceOf("ada")).as("%s", model).isEqualTo(expected);
    assertThat(program.sumOfEntries("ada")).isEqualTo(expected);
    assertThat(program.view(DONE).record().facts()).hasSizeLessThanOrEqualTo(25);
    assertThat(Stored.expiring(program.local)).isEmpty();
  }

  @RepeatedTest(6)
  @DisplayName("a course entered at the end pays by the earliest statement that counts")
  void courseLast(RepetitionInfo round) {
    var random = new Random(100 + round.getCurrentRepetition());
    Model model = Model.any(random);
    var program = new Program(LocalTable.fresh());
    List<Runnable> steps = new ArrayList<>();
    model.messages().forEach(message -> steps.add(() -> program.tell(message)));
    steps.add(() -> program.member(Lms.ada()));
    Collections.shuffle(steps, random);
    steps.forEach(Runnable::run);
    assertThat(Stored.keptForEver(program.local)).isEmpty();

    program.course(Lms.agile());

    assertThat(program.entriesOf("ada").stream().map(Entry::at))
        .as("%s", model)
        .containsExactlyElementsOf(model.earnedAt().stream().toList());
    assertThat(Stored.expiring(program.local)).isEmpty();
  }
}
