package services.dataminer.points.program.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.MeetingFact.Attendance;
import services.dataminer.points.program.activity.MeetingFact.Booked;
import services.dataminer.points.program.activity.MeetingFact.BookedAsEnded;
import services.dataminer.points.program.activity.MeetingFact.CalledOff;
import services.dataminer.points.program.activity.MeetingFact.Cancelled;
import services.dataminer.points.program.activity.MeetingFact.Ended;
import services.dataminer.points.program.activity.MeetingFact.Rejected;
import services.dataminer.points.program.activity.MeetingFact.Rescheduled;
import services.dataminer.points.program.activity.MeetingFact.ScheduledFirst;

/// A meeting as the merge of the facts known about it: of all facts that tell the same thing, one
/// prevails. Which one does not depend on the order or the number of times they were told.
public final class Meeting {

  private final ActivityId id;
  private final Map<String, MeetingFact> prevailing;

  private Meeting(ActivityId id, Map<String, MeetingFact> prevailing) {
    this.id = id;
    this.prevailing = prevailing;
  }

  /// The meeting that these facts tell of; none of them makes a meeting of which nothing is known.
  public static Meeting of(ActivityId id, Collection<? extends MeetingFact> facts) {
    return new Meeting(id, new TreeMap<>()).with(facts);
  }

  /// This meeting and more facts about it; equal to this one where they add nothing.
  public Meeting with(Collection<? extends MeetingFact> facts) {
    var merged = new TreeMap<>(prevailing);
    facts.stream()
        .flatMap(Meeting::implied)
        .forEach(fact -> merged.merge(subject(fact), fact, choice(fact)));
    return new Meeting(id, merged);
  }

  public ActivityId id() {
    return id;
  }

  /// The facts that prevail, by what they tell.
  public List<MeetingFact> facts() {
    return List.copyOf(prevailing.values());
  }

  /// What is known of the booking: its record, or else what the report of its ending repeats.
  public Optional<Booking> booking() {
    return only(Booked.class)
        .map(Booked::booking)
        .or(() -> only(BookedAsEnded.class).map(BookedAsEnded::booking));
  }

  /// When the meeting was first scheduled: the earliest time any fact gives, predecessors included.
  public Optional<Instant> firstScheduledAt() {
    return only(ScheduledFirst.class).map(MeetingFact::at);
  }

  /// The booking that replaces this one.
  public Optional<ActivityId> successor() {
    return only(Rescheduled.class).map(Rescheduled::successor);
  }

  /// Whether someone is marked as not having come.
  public boolean isAbsent(Identity who) {
    return prevailing.get(subject(who)) instanceof Attendance mark && mark.absent();
  }

  /// Where the meeting stands, by all that is known.
  public MeetingState state() {
    Optional<Retracted> retracted = only(Retracted.class);
    if (retracted.isPresent()) {
      return new MeetingState.TakenBack(retracted.get());
    }
    Optional<CalledOff> cancelled =
        Stream.of(Cancelled.class, Rejected.class, Rescheduled.class)
            .<CalledOff>flatMap(kind -> only(kind).stream())
            .findFirst();
    if (cancelled.isPresent()) {
      return new MeetingState.Cancelled(cancelled.get());
    }
    Optional<Booking> booking = booking();
    if (booking.isEmpty()) {
      return new MeetingState.Unheard();
    }
    return only(Ended.class).isPresent()
        ? new MeetingState.Ended(booking.get())
        : new MeetingState.Booked(booking.get());
  }

  /// A booking tells when it was scheduled, too: that is kept when a later body prevails.
  private static Stream<MeetingFact> implied(MeetingFact fact) {
    return switch (fact) {
      case Booked f -> Stream.of(f, new ScheduledFirst(f.booking().scheduledAt()));
      case BookedAsEnded f -> Stream.of(f, new ScheduledFirst(f.booking().scheduledAt()));
      case ScheduledFirst f -> Stream.of(f);
      case Ended f -> Stream.of(f);
      case Cancelled f -> Stream.of(f);
      case Rejected f -> Stream.of(f);
      case Rescheduled f -> Stream.of(f);
      case Attendance f -> Stream.of(f);
      case Retracted f -> Stream.of(f);
    };
  }

  /// Facts about the same subject contend; those about different subjects stand side by side.
  private static String subject(MeetingFact fact) {
    return fact instanceof Attendance mark ? subject(mark.who()) : fact.getClass().getSimpleName();
  }

  private static String subject(Identity who) {
    return "Attendance of " + who;
  }

  /// Which of two facts about one subject prevails: the better informed of bodies and marks, and of
  /// what can happen only once the first word of it.
  private static BinaryOperator<MeetingFact> choice(MeetingFact subject) {
    return switch (subject) {
      case Booked _ -> latest(f -> ((Booked) f).booking().digest());
      case BookedAsEnded _ -> latest(f -> ((BookedAsEnded) f).booking().digest());
      case Attendance _ -> latest(f -> ((Attendance) f).absent() ? "absent" : "");
      case Rescheduled _ -> latest(f -> ((Rescheduled) f).successor().value());
      case ScheduledFirst _, Ended _, Cancelled _, Rejected _ ->
          BinaryOperator.minBy(Comparator.comparing(MeetingFact::at));
      case Retracted _ ->
          BinaryOperator.minBy(
              Comparator.comparing(MeetingFact::at).thenComparing(MeetingFact::toString));
    };
  }

  private static BinaryOperator<MeetingFact> latest(Function<MeetingFact, String> tie) {
    return BinaryOperator.maxBy(Comparator.comparing(MeetingFact::at).thenComparing(tie));
  }

  private <F extends MeetingFact> Optional<F> only(Class<F> kind) {
    return Optional.ofNullable(prevailing.get(kind.getSimpleName())).map(kind::cast);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Meeting that
        && id.equals(that.id)
        && prevailing.equals(that.prevailing);
  }

  @Override
  public int hashCode() {
    return prevailing.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + prevailing.values();
  }
}
