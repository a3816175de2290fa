package services.dataminer.points.platform.http;

import java.io.Serial;

/// Carries a problem from where it is found to [HttpEdge], past code that has nothing to add. It is
/// an answer, not a failure: it has no stack trace and is not logged.
public final class ProblemException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.type().title(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
