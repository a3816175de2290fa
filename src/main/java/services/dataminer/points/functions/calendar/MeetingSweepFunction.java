package services.dataminer.points.functions.calendar;

import io.quarkus.funqy.Funq;
import services.dataminer.points.platform.schedule.ScheduledRun;

/// Notices the ends that no calendar reported, every quarter of an hour.
public class MeetingSweepFunction {

  private final SweepMeetings sweep;

  MeetingSweepFunction(SweepMeetings sweep) {
    this.sweep = sweep;
  }

  @Funq("meeting-sweep")
  public Swept sweep(ScheduledRun run) {
    return sweep.sweep(ScheduledRun.scheduledAt(run));
  }
}
