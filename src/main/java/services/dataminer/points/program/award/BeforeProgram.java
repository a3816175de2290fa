package services.dataminer.points.program.award;

import java.time.LocalDate;
import java.util.Optional;
import services.dataminer.points.program.award.Decision.Refused;
import services.dataminer.points.program.rules.RuleBook;

/// What is earned before the first edition of the rules pays nothing.
final class BeforeProgram {

  private BeforeProgram() {}

  static Refused refusal(RuleBook rules, LocalDate earnedOn) {
    return new Refused(Optional.empty(), Reasons.beforeProgram(earnedOn, rules));
  }
}
