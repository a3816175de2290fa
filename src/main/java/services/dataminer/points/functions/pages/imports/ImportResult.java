package services.dataminer.points.functions.pages.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/// What an import comes to, or came to.
///
/// @param added lines that enter something new
/// @param changed lines that change what is stored
/// @param same lines that are stored already
/// @param changes what the lines would do that do anything, in their order
/// @param problems all that is wrong
public record ImportResult(
    int added, int changed, int same, List<Change> changes, List<RowViolation> problems) {

  /// What a line does.
  ///
  /// @param id of what it enters
  /// @param what `new`, or the fields that change
  /// @param claims what no other line may have, such as `emails ada@acme.example`
  public record Change(int line, String id, String what, List<String> claims) {}

  /// What is wrong with a line, as a sentence.
  public record RowViolation(int line, String text) {}

  public int lines() {
    return added + changed + same;
  }

  /// Derived, so not in the answer to a script.
  @JsonIgnore
  public boolean isSound() {
    return problems.isEmpty();
  }
}
