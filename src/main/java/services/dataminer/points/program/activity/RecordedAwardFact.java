package services.dataminer.points.program.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Something an administrator recorded or decided. Members are named by their ids.
public sealed interface RecordedAwardFact extends Fact
    permits RecordedAwardFact.Recorded, Retraction {

  /// What was recorded: the one fact that makes such an activity. Lists in it are in a fixed order,
  /// so that the same said in another order is the same.
  sealed interface Recorded extends RecordedAwardFact {

    /// The administrator's id.
    String by();

    /// When it happened, to which its points are dated; of what has only a day, the first instant
    /// of that day in the program's time zone.
    Instant occurredAt();

    /// The ids of the members who share in it, each once, in order; never empty.
    List<String> people();

    /// The same, told by someone else or at another time.
    Recorded told(Instant at, String by);

    /// Whether this tells the same as another, whoever told it and when.
    default boolean tellsSame(Recorded other) {
      return told(other.at(), other.by()).equals(other);
    }
  }

  /// An Inspire or Empower "on tour" event that was hosted or co-hosted.
  ///
  /// @param days each day with the points decided for it, each day once; sorted
  /// @param people the members selected, among whom the points of all days are divided
  record HostedEvent(
      Instant at,
      String by,
      String title,
      Series series,
      List<Day> days,
      List<String> people,
      Instant occurredAt)
      implements Recorded {

    public HostedEvent {
      requireTold(at, by, occurredAt);
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(series, "series");
      days = eachOnce(days, Day::date);
      people = eachOnce(people, Function.identity());
    }

    /// The day it is dated to.
    public LocalDate lastDay() {
      return days.getLast().date();
    }

    @Override
    public Recorded told(Instant when, String who) {
      return new HostedEvent(when, who, title, series, days, people, occurredAt);
    }
  }

  /// A use case that the community accepted.
  ///
  /// @param people its authors
  record UseCase(
      Instant at,
      String by,
      String title,
      List<String> people,
      long points,
      LocalDate acceptedOn,
      Instant occurredAt)
      implements Recorded {

    public UseCase {
      requireTold(at, by, occurredAt);
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(acceptedOn, "acceptedOn");
      people = eachOnce(people, Function.identity());
    }

    @Override
    public Recorded told(Instant when, String who) {
      return new UseCase(when, who, title, people, points, acceptedOn, occurredAt);
    }
  }

  /// A general contribution of a member.
  ///
  /// @param action its code in the rule book
  /// @param points what the approver decided, for an action that has a range
  /// @param evidence where it can be seen, a link; gone once the person was erased
  record Contribution(
      Instant at,
      String by,
      String memberId,
      String action,
      Optional<Long> points,
      Instant occurredAt,
      Optional<String> evidence)
      implements Recorded {

    /// Stands for evidence that was erased; a sender's is a link.
    private static final String ERASED = "erased";

    public Contribution {
      requireTold(at, by, occurredAt);
      Objects.requireNonNull(memberId, "memberId");
      Objects.requireNonNull(action, "action");
      Objects.requireNonNull(points, "points");
      Objects.requireNonNull(evidence, "evidence");
    }

    @Override
    public List<String> people() {
      return List.of(memberId);
    }

    /// The same without the evidence, which may tell whose contribution it was.
    public Contribution erased() {
      return evidence.isEmpty() || hasErasedEvidence()
          ? this
          : new Contribution(at, by, memberId, action, points, occurredAt, Optional.of(ERASED));
    }

    /// Whether there was evidence, and it was erased with the person.
    public boolean hasErasedEvidence() {
      return evidence.equals(Optional.of(ERASED));
    }

    /// Erased evidence is as good as any.
    @Override
    public boolean tellsSame(Recorded other) {
      return other instanceof Contribution told && (hasErasedEvidence() || told.hasErasedEvidence())
          ? erased().told(told.at(), told.by()).equals(told.erased())
          : Recorded.super.tellsSame(other);
    }

    @Override
    public Recorded told(Instant when, String who) {
      return new Contribution(when, who, memberId, action, points, occurredAt, evidence);
    }
  }

  /// A correction of a figure that no other fact explains.
  ///
  /// @param points whole points, signed, not 0
  record Adjustment(
      Instant at, String by, String memberId, long points, String reason, Instant occurredAt)
      implements Recorded {

    public Adjustment {
      requireTold(at, by, occurredAt);
      Objects.requireNonNull(memberId, "memberId");
      Objects.requireNonNull(reason, "reason");
      if (points == 0) {
        throw new IllegalArgumentException("an adjustment moves points, not 0");
      }
    }

    @Override
    public List<String> people() {
      return List.of(memberId);
    }

    @Override
    public Recorded told(Instant when, String who) {
      return new Adjustment(when, who, memberId, points, reason, occurredAt);
    }
  }

  /// One day of an event.
  ///
  /// @param points whole points decided for it
  record Day(LocalDate date, long points) {
    public Day {
      Objects.requireNonNull(date, "date");
    }
  }

  /// The series of events that count.
  enum Series {
    INSPIRE,
    EMPOWER
  }

  private static void requireTold(Instant at, String by, Instant occurredAt) {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(occurredAt, "occurredAt");
  }

  /// A list in order, of which nothing may be named twice.
  private static <T, K extends Comparable<? super K>> List<T> eachOnce(
      List<T> list, Function<T, K> name) {
    var names = new HashSet<K>();
    for (T entry : list) {
      if (!names.add(name.apply(entry))) {
        throw new IllegalArgumentException(name.apply(entry) + " is named twice");
      }
    }
    if (list.isEmpty()) {
      throw new IllegalArgumentException("nothing and nobody is named");
    }
    return list.stream().sorted(Comparator.comparing(name)).toList();
  }
}
