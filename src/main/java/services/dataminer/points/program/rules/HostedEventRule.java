package services.dataminer.points.program.rules;

import java.util.EnumSet;
import java.util.Set;
import services.dataminer.points.program.activity.HostedEvent.Series;

/// What hosting or co-hosting an event pays.
///
/// @param pointsPerDay what may be decided for each day, divided among the people selected
/// @param series the series whose events count
public record HostedEventRule(Range pointsPerDay, Set<Series> series) {
  public HostedEventRule {
    pointsPerDay.above0("a day of an event");
    if (series.isEmpty()) {
      throw new IllegalArgumentException("a hosted event needs at least one series");
    }
    series = Set.copyOf(EnumSet.copyOf(series));
  }
}
