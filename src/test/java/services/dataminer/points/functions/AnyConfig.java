package services.dataminer.points.functions;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.functions.config.PointsConfig;

/// The configuration of functions that are tested without their surroundings: defaults, and names
/// that nobody follows for what has none.
public final class AnyConfig {

  private AnyConfig() {}

  public static PointsConfig config() {
    return new SmallRyeConfigBuilder()
        .withSources(
            new PropertiesConfigSource(
                Stream.concat(
                        Stream.of("table", "secrets-path"),
                        Stream.of(QueueName.values()).map(queue -> "queues." + queue))
                    .collect(Collectors.toMap("points."::concat, _ -> "unused")),
                "test",
                0))
        .withMapping(PointsConfig.class)
        .build()
        .getConfigMapping(PointsConfig.class);
  }
}
