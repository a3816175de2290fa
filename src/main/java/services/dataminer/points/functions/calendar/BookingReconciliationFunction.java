package services.dataminer.points.functions.calendar;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import services.dataminer.points.application.calendar.ReconcileBookings;
import services.dataminer.points.application.calendar.ReconciledBookings;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.schedule.ScheduledRun;

/// Reads Cal.com's own records of what changed, every night.
@Singleton
public class BookingReconciliationFunction {

  private final ReconcileBookings reconcile;

  BookingReconciliationFunction(ReconcileBookings reconcile) {
    this.reconcile = reconcile;
  }

  @Funq("booking-reconciliation")
  public ReconciledBookings reconcile(ScheduledRun run) {
    var time = new TimeBudget(TimeBudget.NIGHTLY);
    return ScheduledRun.answer(run, at -> reconcile.night(at, time));
  }
}
