package services.dataminer.points.program.rules;

/// What a use case pays that the community accepted.
///
/// @param points what may be decided for it, divided among its authors
public record UseCaseRule(Range points) {
  public UseCaseRule {
    points.above0("a use case");
  }
}
