package services.dataminer.points.platform.priming;

import java.util.Optional;

/// The state of a process that works for nobody, to be warm in the snapshot that Lambda takes of
/// it. Every way out asks: calls to AWS get canned answers, other calls and metrics are left out.
///
/// One for the process, as the snapshot is. No event arrives before the snapshot is taken.
public final class Priming {

  private static volatile CannedAnswers answers;

  private Priming() {}

  /// Whether the work at hand is for nobody.
  public static boolean isUnderWay() {
    return answers != null;
  }

  /// Works with every way out closed.
  ///
  /// @param canned the answers of AWS meanwhile
  public static void with(CannedAnswers canned, Runnable work) {
    answers = canned;
    try {
      work.run();
    } finally {
      answers = null;
    }
  }

  /// What answers in place of others; empty where the work at hand is for somebody.
  public static Optional<CannedAnswers> answers() {
    return Optional.ofNullable(answers);
  }
}
