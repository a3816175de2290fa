package services.dataminer.points.program.rules;

/// What self-tests pay, each once per member. The catalogue says what within this range.
///
/// @param passed for passing; failing pays nothing
public record QuizRule(Range passed) {
  public QuizRule {
    passed.above0("a quiz");
  }
}
