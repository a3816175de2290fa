package services.dataminer.points.functions.dojo;

import com.fasterxml.jackson.annotation.JsonInclude;
import services.dataminer.points.application.transfer.Transferred;

/// What the function returns, for whoever called it; see [Transferred].
public record TransferReport(
    int posted,
    long points,
    int rejected,
    int pending,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int skipped,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int left,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int shards) {

  static TransferReport of(Transferred done) {
    return new TransferReport(
        done.posted(),
        done.points(),
        done.rejected(),
        done.pending(),
        done.skipped(),
        done.left(),
        done.shards());
  }
}
