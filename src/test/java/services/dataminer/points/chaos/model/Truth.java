package services.dataminer.points.chaos.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import services.dataminer.points.chaos.model.Happening.MeetingReported;

/// The program's rules as the partner benefits page has them, applied to all that happened at once.
///
/// It knows neither the product's code nor the order in which anything arrived. All meetings are
/// over, and all shows settled.
public final class Truth {
  private final World world;
  private final Set<String> withdrawn;
  private final MeetingTruth meetings;
  private final Expectation expected = new Expectation();
  private final TreeMap<String, List<MeetingTruth.Pay>> stands = new TreeMap<>();

  private Truth(World world, List<Happening> happenings) {
    this.world = world;
    withdrawn =
        happenings.stream()
            .filter(Happening.Withdrawal.class::isInstance)
            .map(Happening::about)
            .collect(Collectors.toSet());
    meetings = new MeetingTruth(world);
  }

  public static Expectation of(World world, List<Happening> happenings) {
    var truth = new Truth(world, happenings);
    truth.bookings(new BookingTruth(happenings));
    happenings.stream()
        .filter(MeetingReported.class::isInstance)
        .map(MeetingReported.class::cast)
        .collect(Collectors.toMap(Happening::about, one -> one, (one, _) -> one))
        .forEach(truth::reported);
    truth.settle();
    new CourseTruth(world).add(happenings, truth.expected);
    new AwardTruth(world, truth.withdrawn).add(happenings, truth.expected);
    return truth.expected;
  }

  private void bookings(BookingTruth bookings) {
    for (String about : bookings.bookings()) {
      if (withdrawn.contains(about)) {
        expected.state(about, "RETRACTED");
        continue;
      }
      switch (bookings.of(about)) {
        case BookingTruth.Standing.Unconfirmed _ -> {
          // What the sender asks for and nobody confirmed has no state of its own.
        }
        case BookingTruth.Standing.Off _ -> expected.state(about, "CANCELLED");
        case BookingTruth.Standing.Over(MeetingTruth.Meeting meeting) -> pay(about, meeting);
      }
    }
  }

  private void reported(String about, MeetingReported one) {
    if (withdrawn.contains(about)) {
      expected.state(about, "RETRACTED");
      return;
    }
    Set<String> present = new TreeSet<>(BookingTruth.expected(one.appointment()));
    present.removeAll(one.absent());
    Instant scheduledAt = one.appointment().bookedAt();
    pay(
        about,
        new MeetingTruth.Meeting(
            one.appointment(), one.show(), scheduledAt, present, one.absent()));
  }

  private void pay(String about, MeetingTruth.Meeting meeting) {
    Optional<MeetingTruth.Pay> pay = meetings.pay(meeting);
    expected.state(about, pay.isPresent() ? "GRANTED" : "REFUSED");
    if (pay.isEmpty()) {
      return;
    }
    if (pay.get().show().isPresent()) {
      String stand = "show:" + pay.get().show().get().id() + ":" + pay.get().partner();
      stands.computeIfAbsent(stand, _ -> new ArrayList<>()).add(pay.get());
    } else {
      divide(about, List.of(pay.get()), pay.get().earnedOn());
    }
  }

  /// A show is divided once per partner, over the sum of exact parts.
  private void settle() {
    stands.forEach((stand, pays) -> divide(stand, pays, pays.getFirst().earnedOn()));
  }

  private void divide(String activity, List<MeetingTruth.Pay> pays, LocalDate on) {
    var exact = new TreeMap<String, Ratio>();
    var members = new TreeMap<String, Optional<String>>();
    for (MeetingTruth.Pay pay : pays) {
      Ratio part = Ratio.of(pay.points(), pay.sharing().size());
      pay.sharing().keySet().forEach(key -> exact.merge(key, part, Ratio::plus));
      members.putAll(pay.sharing());
    }
    Shared.among(activity, exact)
        .forEach(
            (key, share) ->
                members.get(key).ifPresent(member -> expected.earn(member, activity, share, on)));
  }
}
