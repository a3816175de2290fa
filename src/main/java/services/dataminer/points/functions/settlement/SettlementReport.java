package services.dataminer.points.functions.settlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import services.dataminer.points.application.settlement.Settled;

/// What the function returns, for whoever called it; see [Settled].
public record SettlementReport(
    int shows,
    int meetings,
    long points,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int left,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int shards) {

  static SettlementReport of(Settled done) {
    return new SettlementReport(
        done.shows(), done.meetings(), done.points(), done.left(), done.shards());
  }
}
