package services.dataminer.points.functions.pages.form;

import static services.dataminer.points.functions.pages.form.FormField.needed;
import static services.dataminer.points.functions.pages.form.FormField.optional;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.functions.pages.form.EntryForm.IdIn;
import services.dataminer.points.functions.pages.form.FieldKind.Choice;
import services.dataminer.points.functions.pages.form.FieldKind.Choice.Option;
import services.dataminer.points.functions.pages.form.FieldKind.Day;
import services.dataminer.points.functions.pages.form.FieldKind.Flag;
import services.dataminer.points.functions.pages.form.FieldKind.Lines;
import services.dataminer.points.functions.pages.form.FieldKind.Lines.Column;
import services.dataminer.points.functions.pages.form.FieldKind.Text;
import services.dataminer.points.functions.pages.form.FieldKind.Whole;
import services.dataminer.points.functions.pages.view.RuleWords;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.Range;

/// The forms of the directory: partners, members, shows, courses and quizzes.
final class DirectoryForms {

  private static final String ID_HINT = "Lower-case letters, digits and hyphens. It never changes.";
  private static final FieldKind TEXT = new Text();

  private DirectoryForms() {}

  static EntryForm partner() {
    return new EntryForm(
        "partner",
        "Partner",
        "People belong to a partner by their own entry, or by the domain of their address.",
        List.of(
            needed(EntryForm.ID, "Id", ID_HINT, TEXT),
            needed("name", "Name", "", TEXT),
            needed(
                "kind",
                "Kind",
                "",
                new Choice(
                    List.of(
                        new Option("BUSINESS", "Business partner"),
                        new Option("TECHNOLOGY", "Technology partner")))),
            optional(
                    "domains",
                    "E-mail domains",
                    "One on each line, such as acme.example.",
                    Lines.of(TEXT))
                .exclusive()),
        Map.of(),
        "PUT /v1/partners/{id}",
        IdIn.PATH);
  }

  static EntryForm member() {
    return new EntryForm(
        "member",
        "Member",
        "Saving credits this person with points waiting for these addresses and accounts.",
        List.of(
            needed(
                EntryForm.ID,
                "Id",
                "The id in this person's sign-in token. It never changes.",
                TEXT),
            needed("name", "Name", "", TEXT),
            optional(
                    "emails",
                    "E-mail addresses",
                    "One on each line. DOJO gets the first.",
                    Lines.of(TEXT))
                .exclusive(),
            optional(
                    "accounts",
                    "Accounts of learning systems",
                    "One on each line: the system's address and the account, such as https://lms.example"
                        + " 42.",
                    new Lines(List.of(new Column("homePage", TEXT), new Column("name", TEXT))))
                .exclusive(),
            optional("openIds", "OpenIDs", "One address on each line.", Lines.of(TEXT)).exclusive(),
            optional("partnerId", "Partner", "The partner's id.", TEXT),
            needed("signedUpOn", "Signed up on", "It begins the membership year.", new Day()),
            optional("autoTransfer", "Transfer all points to DOJO every night", "", new Flag())),
        Map.of("autoTransfer", Flag.ON),
        "PUT /v1/members/{id}",
        IdIn.PATH);
  }

  /// @param timeZone the program's, for a show of nowhere else
  static EntryForm show(ZoneId timeZone) {
    return new EntryForm(
        "show",
        "Show",
        "Meetings at the booth that were booked before its first day pay after its last.",
        List.of(
            needed(EntryForm.ID, "Id", ID_HINT, TEXT),
            needed("name", "Name", "", TEXT),
            needed("startsOn", "First day", "", new Day()),
            needed("endsOn", "Last day", "", new Day()),
            needed("timeZone", "Time zone", "Of the place, such as Europe/Amsterdam.", TEXT),
            optional(
                    "calendarEventTypes",
                    "Event types of the calendar",
                    "One number on each line: bookings of these are meetings at this show.",
                    Lines.of(new Whole()))
                .exclusive()),
        Map.of("timeZone", timeZone.getId()),
        "PUT /v1/shows/{id}",
        IdIn.PATH);
  }

  /// @param rules that the points must keep today
  static EntryForm course(Edition rules) {
    var courses = rules.tariff().courses();
    return new EntryForm(
        "course",
        "Course or quiz",
        "Statements that wait for it are awarded once it is saved.",
        List.of(
            needed(EntryForm.ID, "Address", "The id of the object in the statements.", TEXT),
            needed("title", "Title", "", TEXT),
            needed(
                "kind",
                "Kind",
                "",
                new Choice(List.of(new Option("COURSE", "Course"), new Option("QUIZ", "Quiz")))),
            optional(
                "points.enrolled",
                "Points for enrolling",
                hint("Courses", courses.enrolled()),
                new Whole()),
            optional(
                "points.completed",
                "Points for completing",
                hint("Courses", courses.completed()),
                new Whole()),
            optional(
                "points.passed",
                "Points for passing",
                hint("Quizzes", Optional.of(rules.tariff().quizzes().passed())),
                new Whole())),
        Map.of(),
        "PUT /v1/courses",
        IdIn.QUERY);
  }

  private static String hint(String whose, Optional<Range> range) {
    return whose + ": " + range.map(RuleWords::points).orElse("nothing under today's rules") + ".";
  }
}
