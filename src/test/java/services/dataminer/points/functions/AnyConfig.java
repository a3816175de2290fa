package services.dataminer.points.functions;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.application.message.QueueName;
import services.dataminer.points.functions.config.PointsConfig;

/// The configuration of functions that are tested without their surroundings: defaults, and names
/// that nobody follows for what has none.
public final class AnyConfig {

  private AnyConfig() {}

  public static PointsConfig config() {
    return config(Map.of());
  }

  /// @param set properties that are followed, by their names below `points`
  public static PointsConfig config(Map<String, String> set) {
    Map<String, String> properties =
        Stream.concat(
                Stream.of("table", "secrets-path"),
                QueueName.all().stream().map(queue -> "queues." + queue))
            .collect(
                Collectors.toMap("points."::concat, _ -> "unused", (one, _) -> one, HashMap::new));
    set.forEach((name, value) -> properties.put("points." + name, value));
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "test", 0))
        .withMapping(PointsConfig.class)
        .build()
        .getConfigMapping(PointsConfig.class);
  }
}
