package services.dataminer.points.functions.pages.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/// What an import comes to, or came to.
///
/// @param entered lines that entered or changed something; none when the lines were only checked
/// @param added lines that enter something new
/// @param changed lines that change what is stored
/// @param same lines that are stored already
/// @param changes what the lines would do that do anything, in their order
/// @param claims what every line claims of which nothing is wrong, so that the parts of a file can
///   be compared
/// @param problems all that is wrong
public record ImportResult(
    int entered,
    int added,
    int changed,
    int same,
    List<Change> changes,
    List<Claimed> claims,
    List<RowViolation> problems) {

  /// What a line does.
  ///
  /// @param id of what it enters
  /// @param created whether it enters something new
  /// @param what in words: `new`, with what an award comes to, or the fields that change
  public record Change(int line, String id, boolean created, String what) {}

  /// What no other line may have, such as `emails ada@acme.example`.
  public record Claimed(int line, List<String> claims) {}

  /// What is wrong with a line, as a sentence.
  public record RowViolation(int line, String text) {}

  /// How many lines would enter or change something.
  public int effective() {
    return added + changed;
  }

  /// Derived, so not in the answer to a script.
  @JsonIgnore
  public boolean isSound() {
    return problems.isEmpty();
  }
}
