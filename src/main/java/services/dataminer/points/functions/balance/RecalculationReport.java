package services.dataminer.points.functions.balance;

import com.fasterxml.jackson.annotation.JsonInclude;
import services.dataminer.points.application.balance.Recalculated;

/// What the function returns, for whoever called it; see [Recalculated].
public record RecalculationReport(
    int members,
    int repaired,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean unfinished,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int shards) {

  static RecalculationReport of(Recalculated done) {
    return new RecalculationReport(
        done.members(), done.repaired(), done.unfinished(), done.shards());
  }
}
