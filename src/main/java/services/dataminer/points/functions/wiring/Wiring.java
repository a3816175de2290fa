package services.dataminer.points.functions.wiring;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import services.dataminer.points.functions.config.PointsConfig;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.IdentityKey;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.platform.secrets.Secrets;
import services.dataminer.points.program.award.CourseRules;
import services.dataminer.points.program.award.MeetingRules;
import services.dataminer.points.program.award.RecordedAwardRules;
import services.dataminer.points.program.award.ShowSettlement;
import services.dataminer.points.program.rules.RuleBook;

/// Gives the program, which knows no framework, what it asks for, and the ledger what installations
/// set.
@Singleton
class Wiring {

  @Produces
  @Singleton
  RuleBook ruleBook() {
    return RuleBookYaml.shipped();
  }

  @Produces
  @Singleton
  ZoneId timeZone(PointsConfig config) {
    return config.program().timeZone();
  }

  @Produces
  @Singleton
  Directory directory(Pseudonyms pseudonyms, PointsConfig config, RuleBook rules) {
    return new Directory(pseudonyms, config.program().skylineDomains(), rules);
  }

  @Produces
  @Singleton
  MeetingRules meetingRules(RuleBook rules, ZoneId timeZone) {
    return new MeetingRules(rules, timeZone);
  }

  @Produces
  @Singleton
  CourseRules courseRules(RuleBook rules, ZoneId timeZone) {
    return new CourseRules(rules, timeZone);
  }

  @Produces
  @Singleton
  RecordedAwardRules recordedAwardRules(RuleBook rules, ZoneId timeZone) {
    return new RecordedAwardRules(rules, timeZone);
  }

  @Produces
  @Singleton
  ShowSettlement showSettlement(RuleBook rules) {
    return new ShowSettlement(rules);
  }

  /// Read when it is needed, like every secret.
  @Produces
  @Singleton
  IdentityKey identityKey(Secrets secrets, PointsConfig config) {
    return new SecretIdentityKey(secrets, config.secretsPath());
  }
}
