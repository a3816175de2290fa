package services.dataminer.points.functions.rules;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Says that a file is no rule book, with everything that is wrong in it.
public final class InvalidRuleBook extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /// @param source the file's name, which each line of the message starts with
  InvalidRuleBook(String source, Collection<Violation> violations) {
    super(
        violations.stream()
            .sorted()
            .map(violation -> source + ":" + violation)
            .collect(Collectors.joining("\n")));
    this.violations = violations.stream().sorted().toList();
  }

  /// What is wrong, in the order of the file.
  public List<Violation> violations() {
    return violations;
  }
}
