package services.dataminer.points.functions.pages.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.program.rules.Range;
import services.dataminer.points.program.rules.Tariff;

/// A few ways to the points that a member lacks.
public final class Hints {

  private static final int MOST = 3;

  private Hints() {}

  /// One way to what is missing.
  ///
  /// @param times how often
  /// @param what such as `use cases`
  /// @param points for each
  /// @param atLeast whether each may pay more
  public record Hint(long times, String what, long points, boolean atLeast) {}

  /// A way to earn that can be repeated at will.
  private record Repeatable(String one, String many, Range pays) {

    long least() {
      return pays.least();
    }

    Hint until(long toGo) {
      long times = (toGo + least() - 1) / least();
      return new Hint(times, times == 1 ? one : many, least(), !pays.isFixed());
    }
  }

  /// The ways that fit, the most usual first, then the smallest of those that bring more than is
  /// missing.
  ///
  /// @param ofPartner whether the member is a partner's: meetings are awarded to no one else
  static List<Hint> of(long toGo, boolean ofPartner, Tariff tariff) {
    List<Repeatable> all = all(ofPartner, tariff);
    Stream<Repeatable> fitting = all.stream().filter(way -> way.least() <= toGo);
    Stream<Repeatable> larger =
        all.stream()
            .filter(way -> way.least() > toGo)
            .sorted(Comparator.comparing(Repeatable::least));
    return Stream.concat(fitting, larger).limit(MOST).map(way -> way.until(toGo)).toList();
  }

  private static List<Repeatable> all(boolean ofPartner, Tariff tariff) {
    var all = new ArrayList<Repeatable>();
    if (ofPartner) {
      all.add(
          new Repeatable(
              "meeting at Skyline's booth",
              "meetings at Skyline's booth",
              Range.fixed(tariff.exhibitionMeeting().points())));
      all.add(
          new Repeatable(
              "virtual meeting with Skyline and a customer",
              "virtual meetings with Skyline and a customer",
              Range.fixed(tariff.virtualMeeting().points())));
    }
    all.add(new Repeatable("use case", "use cases", tariff.useCase().points()));
    contribution("certification", "certification", "certifications", tariff).ifPresent(all::add);
    contribution("kata", "kata", "katas", tariff).ifPresent(all::add);
    contribution("answer-question", "answer", "answers to questions", tariff).ifPresent(all::add);
    contribution("ask-question", "question", "questions", tariff).ifPresent(all::add);
    return all;
  }

  /// A contribution that the rules pay, as often as it is made.
  private static Optional<Repeatable> contribution(
      String code, String one, String many, Tariff tariff) {
    return Optional.ofNullable(tariff.contributions().get(code))
        .filter(rule -> rule.cap().isEmpty() && rule.points().least() > 0)
        .map(rule -> new Repeatable(one, many, rule.points()));
  }
}
