package services.dataminer.points.functions.admin;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.AwardBasis;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.RuleBook;

/// A call that records what people decide on: who makes it and when, and what the rules say of the
/// days it names. Nothing is recorded ahead of its day, nor of a day before the program began.
///
/// @param timeZone the program's, in which a day is a day
/// @param editor who records it; the call's time is the "now" of its days
record Recording(RuleBook rules, ZoneId timeZone, Editor editor) {

  /// The rules in force on a day; before the program began, where the day is invalid anyway, those
  /// that were first.
  Edition edition(LocalDate day) {
    return rules.inForceOrFirst(day);
  }

  /// A day that is over or under way.
  LocalDate day(Value value) {
    LocalDate day = value.date();
    LocalDate today = day(editor.at());
    if (day.isAfter(today)) {
      value.addViolation("must not be after today, " + today);
    }
    refuseBeforeProgram(value, day);
    return day;
  }

  /// A time that has passed.
  Instant time(Value value) {
    Instant time = value.instant();
    if (time.isAfter(editor.at())) {
      value.addViolation("must not be in the future: it is " + editor.at() + " now");
    }
    refuseBeforeProgram(value, day(time));
    return time;
  }

  /// The day of a time.
  LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, timeZone);
  }

  /// A day as a time: that of what has only a day.
  Instant startOf(LocalDate day) {
    return day.atStartOfDay(timeZone).toInstant();
  }

  /// The fact that this call records.
  Recorded of(AwardBasis basis, Instant occurredAt) {
    return new Recorded(editor.at(), editor.by(), occurredAt, basis);
  }

  private void refuseBeforeProgram(Value value, LocalDate day) {
    if (day.isBefore(rules.beginsOn())) {
      value.addViolation("must not be before the program began on " + rules.beginsOn());
    }
  }
}
