package services.dataminer.points.functions.admin;

import java.time.LocalDate;
import java.util.List;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.HostedEvent;
import services.dataminer.points.program.activity.HostedEvent.Day;
import services.dataminer.points.program.activity.HostedEvent.Series;
import services.dataminer.points.program.rules.HostedEventRule;
import services.dataminer.points.program.rules.Range;

/// The body of `POST /v1/hosted-events`: an Inspire or Empower event, the points decided for each
/// of its days, and the people selected.
final class HostedEventBody {

  private static final int LONGEST_TITLE = 200;
  private static final int MOST_DAYS = 31;
  private static final String SERIES = "series";

  private HostedEventBody() {}

  /// A day as sent. Its points are read after all days, because the last day decides the rules.
  private record SentDay(LocalDate date, Value points) {}

  static Submission read(Fields body, Recording call) {
    String id = Submission.id(body.at(ChosenId.FIELD));
    String title = body.words("title", LONGEST_TITLE);
    Series series = body.at(SERIES).oneOf(Series.class);
    var dates = DirectoryEntry.once(call::day);
    List<SentDay> sent =
        body.list(
            "days",
            1,
            MOST_DAYS,
            day -> day.object(d -> new SentDay(dates.apply(d.at("date")), d.at("points"))));
    List<String> people = Submission.members(body, "people");
    LocalDate last =
        sent.stream().map(SentDay::date).max(LocalDate::compareTo).orElse(LocalDate.EPOCH);
    var edition = call.edition(last);
    HostedEventRule rule = edition.tariff().hostedEvent();
    Range perDay = rule.pointsPerDay();
    List<Day> days =
        sent.stream()
            .map(day -> new Day(day.date(), day.points().whole(perDay.least(), perDay.most())))
            .toList();
    if (!rule.series().contains(series)) {
      body.addViolation(SERIES, "does not count under the rules of " + edition.id());
    }
    var event = new HostedEvent(title, series, days, people);
    return Submission.of(id, call.of(event, call.startOf(last)), "people", people);
  }
}
