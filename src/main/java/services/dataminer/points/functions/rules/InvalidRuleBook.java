package services.dataminer.points.functions.rules;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Says that a file is no rule book, with everything that is wrong in it.
public final class InvalidRuleBook extends IllegalArgumentException {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Violation> faults;

  /// @param source the file's name, which each line of the message starts with
  InvalidRuleBook(String source, Collection<Violation> faults) {
    super(
        faults.stream()
            .sorted()
            .map(fault -> source + ":" + fault)
            .collect(Collectors.joining("\n")));
    this.faults = faults.stream().sorted().toList();
  }

  /// What is wrong, in the order of the file.
  public List<Violation> faults() {
    return faults;
  }
}
