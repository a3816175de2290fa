package services.dataminer.points.e2e;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives the tests one [Chromium] between them. Playwright is used by one thread at a time, as
/// [OnSharedCloud] runs one class after the other.
final class SharedChromium implements ExecutionCondition, ParameterResolver {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext test) {
    return Chromium.find()
        .map(path -> ConditionEvaluationResult.enabled("in " + path))
        .orElseGet(
            () ->
                ConditionEvaluationResult.disabled(
                    "no Chromium on the PATH: install the package chromium to try the pages"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Chromium.class;
  }

  /// Closed by JUnit after the last test.
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
  }
}
