package services.dataminer.points.functions.calendar;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.Duration;
import services.dataminer.points.application.calendar.SweepMeetings;
import services.dataminer.points.application.calendar.SweptMeetings;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.schedule.ScheduledRun;

/// Notices the ends that no calendar reported, every quarter of an hour.
@Singleton
public class MeetingSweepFunction {

  /// How long a run may ask Cal.com for its records: less than half of the function's five minutes.
  static final Duration RECORDS = Duration.ofSeconds(120);

  private final SweepMeetings sweep;

  MeetingSweepFunction(SweepMeetings sweep) {
    this.sweep = sweep;
  }

  @Funq("meeting-sweep")
  public SweptMeetings sweep(ScheduledRun run) {
    var time = new TimeBudget(RECORDS);
    return ScheduledRun.answer(run, at -> sweep.sweep(at, time));
  }
}
