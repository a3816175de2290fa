package services.dataminer.points.functions.balance;

import io.quarkus.funqy.Funq;
import java.time.Instant;
import java.time.ZoneId;
import services.dataminer.points.application.balance.Recalculated;
import services.dataminer.points.application.balance.ReconcileBalances;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.schedule.ScheduledRun;
import services.dataminer.points.ledger.reconciliation.ReconciliationRun;

/// Proves balances, every night.
public class BalanceRecalculationFunction {

  private final ReconcileBalances prove;
  private final ZoneId timeZone;

  BalanceRecalculationFunction(ReconcileBalances prove, ZoneId timeZone) {
    this.prove = prove;
    this.timeZone = timeZone;
  }

  @Funq("balance-recalculation")
  public Recalculated recalculate(Recalculation call) {
    var time = new TimeBudget(TimeBudget.NIGHTLY);
    Instant at = ScheduledRun.scheduledAt(call == null ? null : call.run());
    return call.all()
        ? prove.everyone(ReconciliationRun.ofEveryone(at, timeZone), time)
        : prove.night(ReconciliationRun.night(at, timeZone), time);
  }
}
