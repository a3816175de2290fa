package services.dataminer.points.functions.dojo;

import io.quarkus.funqy.Funq;
import jakarta.inject.Singleton;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.transfer.PostTransfers;
import services.dataminer.points.functions.schedule.ScheduledRun;

/// Takes points to DOJO, every night.
@Singleton
public class DojoTransferFunction {

  private final PostTransfers post;

  DojoTransferFunction(PostTransfers post) {
    this.post = post;
  }

  @Funq("dojo-transfer")
  public TransferReport transfer(ScheduledRun run) {
    var time = new TimeBudget(TimeBudget.NIGHTLY);
    return ScheduledRun.answer(run, at -> TransferReport.of(post.night(at, time)));
  }
}
