package services.dataminer.points.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// Words that are gone from the names of types and methods, each with the one that took its place.
/// `docs/glossary.md` has the words in use.
final class Words {

  /// Parts of a type's name, between capitals: `Told` is found in `ToldFact`, not in `Untold`.
  private static final Map<String, String> OF_TYPES =
      Map.ofEntries(
          Map.entry("Told", "an outcome or a view"),
          Map.entry("Judge|Judged", "Award or Rules"),
          Map.entry("Judging", "Reassessment"),
          Map.entry("Again", "Reassess or Reassessment"),
          Map.entry("Lost(?=Race)", "Conflict"),
          Map.entry("Inbox", "MessageReceiver"),
          Map.entry("Courier", "CreditSender"),
          Map.entry("Crew", "WorkerPool"),
          Map.entry("Transfer(?=Desk|Night)", "ReserveTransfers or TransferRun"),
          Map.entry("Named(?=Person)", "Participant"),
          Map.entry("Attended", "Attendees"),
          Map.entry("Proof|Proofs", "Reconciliation"),
          Map.entry("Examined|Examination|Examine", "BalanceSnapshot"),
          Map.entry("Wait|Waiting|Await", "Dependency or BlockedActivity"),
          Map.entry("Story|Stories", "ActivityView"),
          Map.entry("Round", "RosterCursor"),
          Map.entry("Lot|Lots", "TieBreaker"),
          Map.entry("Portion", "Share"),
          Map.entry("Taken(?=Back)|Take(?=Back)", "Retraction"),
          Map.entry("Fault|Faults", "Violation or Failure"),
          Map.entry("Side", "Chunk"),
          Map.entry("Line", "a view"),
          Map.entry("Decided(?=[A-Z])", "RecordedAward"));

  private static final Map<String, String> OF_METHODS =
      Map.ofEntries(
          Map.entry("untilWon", "retryOnConflict"),
          Map.entry("lostRace", "conflict"),
          Map.entry("(?i).*judg(?!ement).*", "assess or rules"),
          Map.entry("examine|examined|examination", "check"),
          Map.entry("tell|waits|isWaiting", "report or isBlocked"),
          Map.entry("takeBack|takenBack", "retract"),
          Map.entry("lot|lots", "tieBreaker"),
          Map.entry("proof|proofs|prove|proves|proved|isProved", "reconcile or reconciled"),
          Map.entry("attended", "attendees"),
          Map.entry("round", "cursor"),
          Map.entry("side|sides|sideKeys", "chunk or chunks"),
          Map.entry("fault|faults|[fF]aulty.*|.*Faulty", "violation or failure"));

  /// Names for anything, which several nested types would share.
  private static final List<String> SAYS_NOTHING_NESTED = List.of("Answer", "Line");

  private Words() {}

  /// Names in these files that hold a word that is gone, or that two types share.
  static List<String> faults(List<? extends JavaFileObject> files) {
    JavacTask parser =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, files);
    var scanner = new Scanner();
    try {
      for (CompilationUnitTree file : parser.parse()) {
        scanner.scan(file, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return scanner.faults;
  }

  private static final class Scanner extends TreeScanner<Void, Void> {

    private final Map<String, String> packages = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private String packageName = "";
    private int depth;

    @Override
    public Void visitCompilationUnit(CompilationUnitTree file, Void unused) {
      packageName = String.valueOf(file.getPackageName());
      return super.visitCompilationUnit(file, unused);
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      String name = type.getSimpleName().toString();
      OF_TYPES.forEach(
          (word, now) -> {
            if (Pattern.compile("(?:" + word + ")(?![a-z])").matcher(name).find()) {
              faults.add(name + ": the word is gone, say " + now);
            }
          });
      if (depth == 0) {
        String other = packages.putIfAbsent(name, packageName);
        if (other != null) {
          faults.add(name + " is in " + other + " and in " + packageName);
        }
      } else if (SAYS_NOTHING_NESTED.contains(name)) {
        faults.add(name + ": a nested type needs a name of its own");
      }
      depth++;
      super.visitClass(type, unused);
      depth--;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      OF_METHODS.forEach(
          (word, now) -> {
            if (method.getName().toString().matches(word)) {
              faults.add(method.getName() + "(): the word is gone, say " + now);
            }
          });
      return super.visitMethod(method, unused);
    }
  }
}
