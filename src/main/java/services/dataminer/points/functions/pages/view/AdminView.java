package services.dataminer.points.functions.pages.view;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.application.message.DeadLetters;
import services.dataminer.points.ledger.reconciliation.Drift;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.view.Agenda;
import services.dataminer.points.ledger.view.Agenda.Refusal;
import services.dataminer.points.ledger.view.Agenda.Some;
import services.dataminer.points.program.activity.ActivityKind;

/// What needs an administrator.
///
/// @param deadLetters by queue; empty where they cannot be counted now
/// @param missed the nights of the last two weeks whose reconciliation did not get through
/// @param reasons the refusals by reason, the most frequent first
public record AdminView(
    Agenda agenda,
    List<DeadLetters.Kept> deadLetters,
    List<LocalDate> missed,
    List<RefusalReason> reasons) {

  /// How many nights back are looked at.
  public static final int NIGHTS = 14;

  /// Balances are reconciled at half past one, for 15 minutes at most, and again if that failed.
  private static final LocalTime NIGHT_IS_OVER = LocalTime.of(3, 0);

  /// A reason, and what was refused for it, the latest first.
  public record RefusalReason(String reason, List<Refusal> refusals) {

    /// The reason as the beginning of a line.
    public String sentence() {
      return reason.isEmpty()
          ? "No reason was given"
          : Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
    }
  }

  /// @param timeZone the program's, in which nights are nights
  public static AdminView of(
      Agenda agenda, List<DeadLetters.Kept> deadLetters, Instant now, ZoneId timeZone) {
    ZonedDateTime here = now.atZone(timeZone);
    LocalDate today = here.toLocalDate();
    LocalDate until = here.toLocalTime().isBefore(NIGHT_IS_OVER) ? today.minusDays(1) : today;
    return new AdminView(
        agenda,
        deadLetters,
        agenda.nights().missed(until, NIGHTS),
        reasons(agenda.refusals().items()));
  }

  /// How many dead letters there are; a question mark where they cannot be counted now.
  public String deadLetterCount(Formats formats) {
    return deadLetters.isEmpty()
        ? "?"
        : formats.points(deadLetters.stream().mapToLong(DeadLetters.Kept::count).sum());
  }

  /// Such as `1 message and 0 scheduled runs`.
  public String deadLettersByQueue(Formats formats) {
    return deadLetters.stream()
        .map(
            kept ->
                formats.points(kept.count()) + " " + kept.what() + (kept.count() == 1 ? "" : "s"))
        .collect(Collectors.joining(" and "));
  }

  /// Whether all is well.
  public boolean hasNoDeadLetters() {
    return !deadLetters.isEmpty() && deadLetters.stream().allMatch(kept -> kept.count() == 0);
  }

  /// What was corrected of a balance, such as `earned +100, transferable +100`.
  public static String corrected(Drift drift, Formats formats) {
    String sums =
        Stream.of(
                sum("earned", drift.earned(), formats),
                sum("transferable", drift.transferable(), formats),
                sum("transferred", drift.transferred(), formats))
            .filter(sum -> !sum.isEmpty())
            .collect(Collectors.joining(", "));
    if (!sums.isEmpty()) {
      return sums;
    }
    return drift.activities().isEmpty()
        ? "points counted in another membership year"
        : "entries alone, no sum";
  }

  private static String sum(String what, long points, Formats formats) {
    return points == 0 ? "" : what + " " + formats.signed(points);
  }

  private static List<RefusalReason> reasons(List<Refusal> refusals) {
    Map<String, List<Refusal>> byReason =
        refusals.stream()
            .collect(
                Collectors.groupingBy(Refusal::reason, LinkedHashMap::new, Collectors.toList()));
    return byReason.entrySet().stream()
        .map(one -> new RefusalReason(one.getKey(), one.getValue()))
        .sorted(Comparator.comparing((RefusalReason one) -> one.refusals().size()).reversed())
        .toList();
  }

  /// How many there are, such as `40+` where the list was cut.
  public static String count(Some<?> some, Formats formats) {
    return formats.points(some.items().size()) + (some.more() ? "+" : "");
  }

  /// A kind of activity in words.
  public static String kind(ActivityKind kind) {
    return kind == ActivityKind.SHOW ? "Settlement of a show" : Formats.phrase(kind.label());
  }

  /// How far DOJO got with a transfer.
  public static String state(Transfer transfer, Formats formats) {
    return transfer
        .triedOn()
        .map(
            night ->
                "Tried in %s, last on %s, without a final answer from DOJO"
                    .formatted(
                        transfer.nights() == 1 ? "one night" : transfer.nights() + " nights",
                        formats.day(night)))
        .orElse("Waits for the next night");
  }
}
