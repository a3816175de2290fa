package services.dataminer.points.functions.night;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.quarkus.funqy.Funq;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import services.dataminer.points.application.balance.ReconcileBalances;
import services.dataminer.points.application.night.ShardMessage;
import services.dataminer.points.application.night.ShardedWork;
import services.dataminer.points.application.night.WorkOnShard;
import services.dataminer.points.application.run.Metrics;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.settlement.SettleShows;
import services.dataminer.points.application.transfer.PostTransfers;
import services.dataminer.points.functions.queue.MessageReceiver;

/// Works on the shards of nights that are too large for one call, one after another: how many are
/// worked on at a time is what the queue allows.
@Singleton
public class NightWorkerFunction {

  private final MessageReceiver<ShardMessage> shards;
  private final WorkOnShard workOnShard;
  private final ReconcileBalances reconcile;
  private final PostTransfers post;
  private final SettleShows settle;

  NightWorkerFunction(
      WorkOnShard workOnShard,
      ReconcileBalances reconcile,
      PostTransfers post,
      SettleShows settle,
      Metrics metrics) {
    this.shards =
        new MessageReceiver<>(
            ShardMessage.class, ShardMessage.SCHEMA, _ -> Set.of("shards"), metrics);
    this.workOnShard = workOnShard;
    this.reconcile = reconcile;
    this.post = post;
    this.settle = settle;
  }

  @Funq("night-worker")
  public Uni<Void> work(SQSMessage delivered) {
    return shards.receive(
        delivered,
        received -> {
          ShardMessage message = received.message();
          workOnShard.work(message, kind(message), new TimeBudget(TimeBudget.SHARD));
        });
  }

  private ShardedWork kind(ShardMessage message) {
    return switch (message.due().kind()) {
      case BALANCES -> reconcile;
      case TRANSFERS -> post;
      case SHOWS -> settle;
    };
  }
}
