package services.dataminer.points.functions.rules;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import services.dataminer.points.program.rules.RuleBook;

/// Checks a rule book's file and shows what each of its editions changes: `scripts/rules check
/// FILE`. A tool for whoever edits rules; no function starts it.
public final class CheckRules {

  static final int GOOD = 0;
  static final int INVALID = 1;
  static final int UNREADABLE = 2;

  private CheckRules() {}

  /// Ends the process with 0 if the file is a rule book, 1 if it is invalid, 2 if it is not there.
  ///
  /// @param args the file, and optionally the name by which violations call it
  public static void main(String[] args) {
    String name = args.length > 1 ? args[1] : args[0];
    System.exit(check(Path.of(args[0]), name, System.out, System.err));
  }

  /// Shows the editions, or every violation in a line that begins with the file's name and its
  /// line.
  static int check(Path file, String name, PrintStream out, PrintStream err) {
    try {
      RuleBook book = RuleBookYaml.read(name, Files.readString(file));
      out.println(name + " is a valid rule book");
      out.println();
      EditionTable.of(book).forEach(out::println);
      return GOOD;
    } catch (InvalidRuleBook invalid) {
      err.println(invalid.getMessage());
      return INVALID;
    } catch (IOException e) {
      err.println(name + " cannot be read as UTF-8 text: " + e);
      return UNREADABLE;
    }
  }
}
