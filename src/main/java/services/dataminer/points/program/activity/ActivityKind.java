package services.dataminer.points.program.activity;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What an activity is. In JSON and in names of functions `exhibition-meeting` and so on. The names
/// are stored, so they never change.
public enum ActivityKind {
  /// A meeting whose booking is not known yet.
  MEETING(Family.MEETING),
  EXHIBITION_MEETING(Family.MEETING),
  VIRTUAL_MEETING(Family.MEETING),
  SHOW(Family.SHOW),
  /// Enrolling in a course, completing one, passing a quiz.
  COURSE_PROGRESS(Family.COURSE),
  HOSTED_EVENT(HostedEvent.class),
  USE_CASE(UseCase.class),
  CONTRIBUTION(Contribution.class),
  ADJUSTMENT(Adjustment.class);

  private static final Map<Class<? extends AwardBasis>, ActivityKind> BY_BASIS =
      Stream.of(values())
          .filter(kind -> kind.basis.isPresent())
          .collect(toUnmodifiableMap(kind -> kind.basis.get(), kind -> kind));

  private final Family family;
  private final Optional<Class<? extends AwardBasis>> basis;

  ActivityKind(Family family) {
    this.family = family;
    this.basis = Optional.empty();
  }

  ActivityKind(Class<? extends AwardBasis> basis) {
    this.family = Family.RECORDED_AWARD;
    this.basis = Optional.of(basis);
  }

  /// Which facts an activity is made of.
  public enum Family {
    MEETING,
    SHOW,
    COURSE,
    RECORDED_AWARD
  }

  public Family family() {
    return family;
  }

  /// What is recorded of an activity of this kind, if administrators record it.
  public Optional<Class<? extends AwardBasis>> basis() {
    return basis;
  }

  /// The name outside of code.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The kind of meeting that a booking makes.
  public static ActivityKind of(Meeting meeting) {
    return meeting
        .booking()
        .map(
            booking ->
                switch (booking.place()) {
                  case IN_PERSON -> EXHIBITION_MEETING;
                  case VIDEO_CALL -> VIRTUAL_MEETING;
                })
        .orElse(MEETING);
  }

  /// The kind of activity that is recorded on this basis.
  public static ActivityKind of(AwardBasis basis) {
    return BY_BASIS.get(basis.getClass());
  }
}
