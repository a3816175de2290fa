package services.dataminer.points.functions.settlement;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.settlement.SettleShows;
import services.dataminer.points.functions.schedule.ScheduledRun;

/// Settles shows, every night.
@Singleton
public class ShowSettlementFunction {

  private final SettleShows settleShows;

  ShowSettlementFunction(SettleShows settleShows) {
    this.settleShows = settleShows;
  }

  @Funq("show-settlement")
  public SettlementReport settle(ScheduledRun run) {
    var time = new TimeBudget(TimeBudget.NIGHTLY);
    return ScheduledRun.answer(run, at -> SettlementReport.of(settleShows.night(at, time)));
  }
}
