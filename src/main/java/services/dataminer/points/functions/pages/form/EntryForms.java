package services.dataminer.points.functions.pages.form;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.RuleBook;

/// The forms by which administrators enter what is in the directory, and awards that people decide
/// on. Their hints are those of the rules in force.
@Singleton
public class EntryForms {

  private final RuleBook rules;
  private final ZoneId timeZone;

  public EntryForms(RuleBook rules, ZoneId timeZone) {
    this.rules = rules;
    this.timeZone = timeZone;
  }

  /// A form by the last part of its path.
  ///
  /// @throws ProblemException 404 if there is no such form
  public EntryForm named(String what, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, timeZone);
    Edition edition = rules.inForceOrFirst(today);
    return switch (what) {
      case "partner" -> DirectoryForms.partner();
      case "member" -> DirectoryForms.member();
      case "show" -> DirectoryForms.show(timeZone);
      case "course" -> DirectoryForms.course(edition);
      case "hosted-event" -> AwardForms.hostedEvent(edition);
      case "use-case" -> AwardForms.useCase(edition, today);
      case "contribution" -> AwardForms.contribution(edition, now, timeZone);
      case "adjustment" -> AwardForms.adjustment(now, timeZone);
      default -> throw Problem.notFound("There is no form of this name.").asException();
    };
  }
}
