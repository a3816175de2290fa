package services.dataminer.points.functions.balance;

import io.quarkus.funqy.Funq;
import java.time.Instant;
import java.time.ZoneId;
import services.dataminer.points.application.balance.ProveBalances;
import services.dataminer.points.application.balance.Recalculated;
import services.dataminer.points.application.run.RunTime;
import services.dataminer.points.functions.schedule.ScheduledRun;
import services.dataminer.points.ledger.reconciliation.ProofRun;

/// Proves balances, every night.
public class BalanceRecalculationFunction {

  private final ProveBalances prove;
  private final ZoneId timeZone;

  BalanceRecalculationFunction(ProveBalances prove, ZoneId timeZone) {
    this.prove = prove;
    this.timeZone = timeZone;
  }

  @Funq("balance-recalculation")
  public Recalculated recalculate(Recalculation call) {
    var time = new RunTime(RunTime.NIGHTLY);
    Instant at = ScheduledRun.scheduledAt(call == null ? null : call.run());
    return call.all()
        ? prove.everyone(ProofRun.ofEveryone(at, timeZone), time)
        : prove.night(ProofRun.night(at, timeZone), time);
  }
}
