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
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.view.Agenda;
import services.dataminer.points.ledger.view.Agenda.Refusal;
import services.dataminer.points.ledger.view.Agenda.Some;
import services.dataminer.points.program.activity.ActivityKind;

/// What needs an administrator.
///
/// @param missed the nights of the last two weeks whose reconciliation did not get through
/// @param reasons the refusals by reason, the most frequent first
public record AdminView(Agenda agenda, List<LocalDate> missed, List<RefusalReason> reasons) {

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
  public static AdminView of(Agenda agenda, Instant now, ZoneId timeZone) {
    ZonedDateTime here = now.atZone(timeZone);
    LocalDate today = here.toLocalDate();
    LocalDate until = here.toLocalTime().isBefore(NIGHT_IS_OVER) ? today.minusDays(1) : today;
    return new AdminView(
        agenda, agenda.nights().missed(until, NIGHTS), reasons(agenda.refusals().items()));
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
