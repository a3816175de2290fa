package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.template.Template.Resource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The figures that alarms watch are those that the code counts, in the functions that count them.
class MetricsAgainstCodeTest {

  private static final String NAMESPACE = "DevOpsPoints";
  private static final Pattern SHOWN =
      Pattern.compile(
          "\"DevOpsPoints\",\"(\\w+)\",\"FunctionName\",\"devops-points-.*?}-([a-z-]+)\"");

  private final Template template = Template.of(Template.text());

  @Test
  void alarmsWatchWhatEachFunctionCountsAndNothingElse() {
    assertThat(watched()).isEqualTo(counted());
  }

  @Test
  void theDashboardShowsOnlyWhatFunctionsCount() {
    String body =
        template
            .resource("Dashboard")
            .map(dashboard -> dashboard.properties().get("DashboardBody").pattern())
            .orElseThrow();

    assertThat(SHOWN.matcher(body).results().map(shown -> shown.group(1) + " of " + shown.group(2)))
        .isNotEmpty()
        .isSubsetOf(counted());
  }

  @Test
  void failuresOfTheTableAreWatchedForEveryOperationThatTheCodeCalls() {
    Set<String> called =
        Code.CLASSES.stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().isEquivalentTo(DynamoDbClient.class))
            .map(call -> call.getTarget().getName())
            .map(name -> name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
            .collect(Collectors.toSet());

    assertThat(
            template
                .resource("TableFailuresAlarm")
                .orElseThrow()
                .properties()
                .get("Metrics")
                .items()
                .stream()
                .flatMap(
                    metric -> metric.get("MetricStat", "Metric", "Dimensions").items().stream())
                .filter(dimension -> dimension.get("Name").text().equals("Operation"))
                .map(dimension -> dimension.get("Value").text()))
        .containsExactlyInAnyOrderElementsOf(called);
  }

  /// Figures with the functions whose code reaches them.
  private Set<String> counted() {
    return template.functions().stream()
        .map(LambdaFunction::name)
        .flatMap(
            function ->
                Reach.of(function)
                    .constants(Metric.class)
                    .map(name -> Metric.valueOf(name).label() + " of " + function))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> watched() {
    return template.resources("AWS::CloudWatch::Alarm").stream()
        .map(Resource::properties)
        .flatMap(
            alarm ->
                Stream.concat(
                    Stream.of(alarm),
                    alarm.get("Metrics").items().stream()
                        .map(metric -> metric.get("MetricStat", "Metric"))))
        .filter(metric -> metric.get("Namespace").text().equals(NAMESPACE))
        .flatMap(
            metric ->
                metric
                    .get("Dimensions")
                    .references()
                    .map(id -> metric.get("MetricName").text() + " of " + nameOf(id)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String nameOf(String functionId) {
    return template.functions().stream()
        .filter(function -> function.id().equals(functionId))
        .map(LambdaFunction::name)
        .findFirst()
        .orElse(functionId);
  }
}
