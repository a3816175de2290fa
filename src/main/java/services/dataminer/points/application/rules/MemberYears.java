package services.dataminer.points.application.rules;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import services.dataminer.points.application.run.WorkerPool;
import services.dataminer.points.ledger.activity.Participation;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entries.Days;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.show.Stand;
import services.dataminer.points.ledger.view.MemberAccounts.Holder;
import services.dataminer.points.ledger.view.MemberActivities;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.membership.MembershipYear;

/// Finds the activities of members that may count in a membership year: those with an entry of the
/// year, and those without any entry. Two queries for each member.
@Singleton
public class MemberYears {

  private static final int AT_A_TIME = 8;

  private final Entries entries;
  private final MemberActivities pointers;
  private final ZoneId timeZone;
  private final WorkerPool workers = new WorkerPool(AT_A_TIME);

  /// @param timeZone the program's
  public MemberYears(Entries entries, MemberActivities pointers, ZoneId timeZone) {
    this.entries = entries;
    this.pointers = pointers;
    this.timeZone = timeZone;
  }

  /// The years that hold a day, of those who had signed up by then.
  List<MemberYear> read(Collection<Holder> holders, LocalDate day) {
    Queue<MemberYear> years = new ConcurrentLinkedQueue<>();
    workers.each(
        holders.stream().filter(holder -> !day.isBefore(holder.member().signedUpOn())).toList(),
        () -> false,
        holder -> years.add(read(holder, day)));
    return List.copyOf(years);
  }

  private MemberYear read(Holder holder, LocalDate day) {
    Member member = holder.member();
    MembershipYear year = MembershipYear.of(member.signedUpOn(), day);
    Days days = wholeMonths(year, member.signedUpOn());
    var activities = new TreeSet<ActivityId>();
    var shows = new TreeSet<String>();
    entries.all(member.id(), days).stream()
        .filter(entry -> entry.kind().earns())
        .map(Entry::activityId)
        .forEach(
            id ->
                Stand.of(id)
                    .ifPresentOrElse(stand -> shows.add(stand.showId()), () -> activities.add(id)));
    for (Participation part : pointers.withoutEntry(member.id())) {
      if (part.showId().isPresent()) {
        shows.add(part.showId().get());
      } else if (mayBeOf(part, days)) {
        activities.add(part.activityId());
      }
    }
    return new MemberYear(member, year, holder.balance(), activities, shows);
  }

  /// A cap by calendar month may count what is of another membership year. What was earned before
  /// the sign-up counts in the first year.
  private static Days wholeMonths(MembershipYear year, LocalDate signedUpOn) {
    Days days = Days.of(year, signedUpOn);
    return new Days(
        days.from().map(first -> YearMonth.from(first).atDay(1)),
        days.to().map(last -> YearMonth.from(last).atEndOfMonth()));
  }

  /// Of a course the pointer has the first statement's time, and a later one may earn.
  private boolean mayBeOf(Participation part, Days days) {
    return switch (part.kind().family()) {
      case COURSE -> true;
      case MEETING, RECORDED_AWARD -> part.occurredAt().filter(at -> isIn(at, days)).isPresent();
      case SHOW -> false;
    };
  }

  private boolean isIn(Instant at, Days days) {
    LocalDate day = LocalDate.ofInstant(at, timeZone);
    Optional<LocalDate> from = days.from();
    Optional<LocalDate> to = days.to();
    return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
  }
}
