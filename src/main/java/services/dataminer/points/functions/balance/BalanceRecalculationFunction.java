package services.dataminer.points.functions.balance;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import services.dataminer.points.application.balance.ReconcileBalances;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.schedule.ScheduledRun;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;

/// Reconciles balances with their entries, every night.
@Singleton
public class BalanceRecalculationFunction {

  private final ReconcileBalances reconcile;
  private final ZoneId timeZone;

  BalanceRecalculationFunction(ReconcileBalances reconcile, ZoneId timeZone) {
    this.reconcile = reconcile;
    this.timeZone = timeZone;
  }

  @Funq("balance-recalculation")
  public RecalculationReport recalculate(Recalculation call) {
    var time = new TimeBudget(TimeBudget.NIGHTLY);
    return ScheduledRun.answer(
        call == null ? null : call.run(),
        at ->
            RecalculationReport.of(
                call.all()
                    ? reconcile.everyone(ReconciliationRun.ofEveryone(at, timeZone), time)
                    : reconcile.night(ReconciliationRun.night(at, timeZone), time)));
  }
}
