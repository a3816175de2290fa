package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.application.transfer.PostTransfers;

/// What the template and the code say of the worker of large nights fits together.
class NightWorkerTest {

  private final LambdaFunction worker =
      Template.of(Template.text()).functions().stream()
          .filter(function -> function.name().equals("night-worker"))
          .findFirst()
          .orElseThrow();
  private final Section shards = worker.events("SQS").getFirst().properties();

  @Test
  void all_workers_together_ask_DOJO_for_as_many_credits_at_a_time_as_one_call() {
    assertThat(shards.get("ScalingConfig", "MaximumConcurrency").number())
        .isEqualTo(PostTransfers.WORKERS);
    assertThat(PostTransfers.AT_A_TIME % PostTransfers.WORKERS).isZero();
  }

  @Test
  void a_worker_has_one_shard_at_a_time() {
    assertThat(shards.get("BatchSize").number()).isOne();
  }

  /// A credit that was begun last takes DOJO's ten seconds, and its transfer's requests.
  @Test
  void a_worker_stops_well_before_its_function_times_out() {
    long timeout = worker.properties().get("Timeout").number();

    assertThat(timeout - TimeBudget.SHARD.toSeconds()).isBetween(30L, 120L);
  }
}
