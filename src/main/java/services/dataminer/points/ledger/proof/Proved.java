package services.dataminer.points.ledger.proof;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Document;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// What was proved of a member's balance so far, kept with it.
///
/// @param version the balance's version that was proved last; 0 if none
/// @param by the run that did
/// @param closedYear the closed year that was read again last, in its turn
/// @param years the sums of each year when it was read last
public record Proved(
    long version, String by, Optional<LocalDate> closedYear, SortedMap<LocalDate, YearSums> years) {

  private static final String YEAR = "proved:";
  private static final String VERSION = "provedVersion";
  private static final String BY = "provedBy";
  private static final String CLOSED_YEAR = "provedClosedYear";

  static Proved of(Map<String, AttributeValue> balance) {
    var years = new TreeMap<LocalDate, YearSums>();
    balance.forEach(
        (name, value) -> {
          if (name.startsWith(YEAR)) {
            years.put(
                LocalDate.parse(name.substring(YEAR.length())),
                Document.read(value.m(), YearSums.class));
          }
        });
    return new Proved(
        balance.containsKey(VERSION) ? Long.parseLong(balance.get(VERSION).n()) : 0,
        balance.containsKey(BY) ? balance.get(BY).s() : "",
        Optional.ofNullable(balance.get(CLOSED_YEAR)).map(day -> LocalDate.parse(day.s())),
        years);
  }

  /// Keeps a proof with the balance.
  static void write(
      Change change,
      long version,
      ProofRun run,
      Optional<LocalDate> closedYear,
      Map<LocalDate, YearSums> read) {
    change.set(VERSION, AttributeValue.fromN(Long.toString(version)));
    change.set(BY, AttributeValue.fromS(run.name()));
    closedYear.ifPresent(year -> change.set(CLOSED_YEAR, AttributeValue.fromS(year.toString())));
    read.forEach((year, sums) -> change.set(YEAR + year, AttributeValue.fromM(Document.of(sums))));
  }
}
