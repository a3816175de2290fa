package services.dataminer.points.functions.pages.imports;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import services.dataminer.points.functions.pages.form.EntryForm;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.Problem;

/// An import as it is shown.
///
/// @param forms whose fields a file may have for columns
/// @param what the form chosen
/// @param text the file as pasted
/// @param refusal why nothing of it could be read
/// @param isEntered whether the result is of lines entered, rather than checked
public record ImportView(
    List<EntryForm> forms,
    String what,
    String text,
    Optional<String> refusal,
    Optional<ImportResult> result,
    boolean isEntered) {

  public static ImportView empty(List<EntryForm> forms) {
    return filled(forms, "", "");
  }

  public static ImportView filled(List<EntryForm> forms, String what, String text) {
    return new ImportView(forms, what, text, Optional.empty(), Optional.empty(), false);
  }

  public ImportView with(ImportResult result, boolean isEntered) {
    return new ImportView(forms, what, text, Optional.empty(), Optional.of(result), isEntered);
  }

  public ImportView refused(Problem problem) {
    String why =
        problem.errors().stream()
            .map(error -> "The file " + error.message() + ".")
            .findFirst()
            .orElse(problem.detail());
    return new ImportView(forms, what, text, Optional.of(why), Optional.empty(), false);
  }

  /// Whether what was checked can be entered, and would do something.
  public boolean canBeEntered() {
    return !isEntered && result.filter(it -> it.isSound() && it.effective() > 0).isPresent();
  }

  /// Stands for the form chosen and the text, however a browser sends the text's line ends. It goes
  /// with the button that enters, so that nothing else is entered than was checked.
  public String fingerprint() {
    String sameEnds = text.strip().lines().collect(Collectors.joining("\n"));
    return Hashes.sha256Hex(what + "\n" + sameEnds);
  }
}
