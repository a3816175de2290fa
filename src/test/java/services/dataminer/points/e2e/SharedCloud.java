package services.dataminer.points.e2e;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import services.dataminer.points.localcloud.LocalCloud;
import services.dataminer.points.localcloud.LocalOptions;

/// Gives the tests one local cloud between them, so that each function starts once and not once per
/// test class. Tests keep apart by a [Scene] each.
final class SharedCloud implements ParameterResolver {

  /// Closed by JUnit after the last test.
  private record Running(LocalCloud cloud) implements AutoCloseable {
    @Override
    public void close() {
      cloud.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return type == LocalCloud.class || type == PointsClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    LocalCloud cloud =
        test.getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .computeIfAbsent(
                Running.class,
                _ -> new Running(LocalCloud.start(LocalOptions.forTests())),
                Running.class)
            .cloud();
    return parameter.getParameter().getType() == LocalCloud.class
        ? cloud
        : new PointsClient(cloud.url());
  }
}
