package services.dataminer.points.program.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// A use case that the community accepted.
///
/// @param people its authors
/// @param points whole points decided for it, divided among them
public record UseCase(String title, List<String> people, long points, LocalDate acceptedOn)
    implements AwardBasis {

  public UseCase {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(acceptedOn, "acceptedOn");
    people = EachOnce.sorted(people, Function.identity());
  }

  @Override
  public LocalDate earnedOn(Instant occurredAt, ZoneId timeZone) {
    return acceptedOn;
  }
}
