package services.dataminer.points.functions.pages.form;

import static services.dataminer.points.functions.pages.form.FormField.needed;
import static services.dataminer.points.functions.pages.form.FormField.optional;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import services.dataminer.points.functions.pages.form.EntryForm.IdIn;
import services.dataminer.points.functions.pages.form.FieldKind.Choice;
import services.dataminer.points.functions.pages.form.FieldKind.Choice.Option;
import services.dataminer.points.functions.pages.form.FieldKind.Day;
import services.dataminer.points.functions.pages.form.FieldKind.Lines;
import services.dataminer.points.functions.pages.form.FieldKind.Lines.Column;
import services.dataminer.points.functions.pages.form.FieldKind.Moment;
import services.dataminer.points.functions.pages.form.FieldKind.Text;
import services.dataminer.points.functions.pages.form.FieldKind.Whole;
import services.dataminer.points.functions.pages.view.Actions;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.RuleWords;
import services.dataminer.points.program.rules.ContributionRule;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.Tariff;

/// The forms of what administrators decide on: hosted events, use cases, contributions and
/// adjustments.
final class AwardForms {

  private static final FieldKind TEXT = new Text();
  private static final String ID_HINT =
      "Your name for it: letters, digits, dots and hyphens. Sent twice, it counts once.";

  private AwardForms() {}

  static EntryForm hostedEvent(Edition rules) {
    var event = rules.tariff().hostedEvent();
    return new EntryForm(
        "hosted-event",
        "Hosted event",
        "The points of all days are divided among the people.",
        List.of(
            needed(EntryForm.ID, "Id", ID_HINT, TEXT),
            needed("title", "Title", "", TEXT),
            needed(
                "series",
                "Series",
                "",
                new Choice(
                    event.series().stream()
                        .sorted()
                        .map(one -> new Option(one.name(), Formats.phrase(one.name())))
                        .toList())),
            needed(
                "days",
                "Days and their points",
                "One on each line, such as 2026-10-01 1000. A day pays "
                    + RuleWords.points(event.pointsPerDay())
                    + ".",
                new Lines(List.of(new Column("date", TEXT), new Column("points", new Whole())))),
            people("people", "People")),
        Map.of(),
        "POST /v1/hosted-events",
        IdIn.BODY_ONCE);
  }

  static EntryForm useCase(Edition rules, LocalDate today) {
    return new EntryForm(
        "use-case",
        "Use case",
        "The points of an accepted use case are divided among its authors.",
        List.of(
            needed(EntryForm.ID, "Id", ID_HINT, TEXT),
            needed("title", "Title", "", TEXT),
            people("authors", "Authors"),
            needed(
                "points",
                "Points",
                "A use case pays " + RuleWords.points(rules.tariff().useCase().points()) + ".",
                new Whole()),
            needed("acceptedOn", "Accepted on", "", new Day())),
        Map.of("acceptedOn", today.toString()),
        "POST /v1/use-cases/{id}/acceptance",
        IdIn.PATH_ONCE);
  }

  static EntryForm contribution(Edition rules, Instant now, ZoneId zone) {
    var moment = new Moment(zone);
    return new EntryForm(
        "contribution",
        "Contribution",
        "Points for one action of one member. Points already granted in the period count towards"
            + " the cap.",
        List.of(
            needed(EntryForm.ID, "Id", ID_HINT, TEXT),
            needed("memberId", "Member", "The member's id.", TEXT),
            needed("action", "Action", "", new Choice(actions(rules.tariff()))),
            optional("points", "Points", "Only for an action that pays a range.", new Whole()),
            needed(
                "occurredAt", "When", "In the program's time zone, " + zone.getId() + ".", moment),
            optional("evidence", "Evidence", "A web address.", TEXT)),
        Map.of("occurredAt", moment.of(now)),
        "POST /v1/contributions",
        IdIn.BODY_ONCE);
  }

  static EntryForm adjustment(Instant now, ZoneId zone) {
    var moment = new Moment(zone);
    return new EntryForm(
        "adjustment",
        "Adjustment",
        "Adds or deducts points for one member, who sees the reason.",
        List.of(
            needed(EntryForm.ID, "Id", ID_HINT, TEXT),
            needed("memberId", "Member", "The member's id.", TEXT),
            needed("points", "Points", "With a minus to take points away.", new Whole()),
            needed("reason", "Reason", "", TEXT),
            needed(
                "occurredAt", "When", "In the program's time zone, " + zone.getId() + ".", moment)),
        Map.of("occurredAt", moment.of(now)),
        "POST /v1/adjustments",
        IdIn.BODY_ONCE);
  }

  private static FormField people(String name, String label) {
    return needed(name, label, "The id of one member on each line.", Lines.of(TEXT));
  }

  private static List<Option> actions(Tariff tariff) {
    return tariff.contributions().entrySet().stream()
        .map(action -> new Option(action.getKey(), worded(action)))
        .sorted(Comparator.comparing(Option::words))
        .toList();
  }

  private static String worded(Map.Entry<String, ContributionRule> action) {
    String pays = RuleWords.points(action.getValue().points());
    String cap = action.getValue().cap().map(it -> ", " + RuleWords.cap(it)).orElse("");
    return "%s (%s%s)".formatted(Actions.worded(action.getKey()), pays, cap);
  }
}
