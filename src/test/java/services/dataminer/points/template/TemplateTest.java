package services.dataminer.points.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds `template.yaml` against what `cfn-lint` does not see, and proves of every rule that it
/// notices a slip.
class TemplateTest {

  private static final String TEXT = Template.text();
  private static final Template TEMPLATE = Template.of(TEXT);

  static List<Rule> rules() {
    return Stream.of(
            FunctionRules.all(),
            QueueRules.all(),
            ScheduleRules.all(),
            ApiRules.all(),
            RightsRules.all(),
            StackRules.all(),
            AlarmRules.all())
        .flatMap(List::stream)
        .toList();
  }

  static List<Mutation> mutations() {
    return Mutations.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void keepsTheRule(Rule rule) {
    assertThat(rule.violations().apply(TEMPLATE)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutations")
  void aSlipIsNoticed(Mutation mutation) {
    Template slipped = Template.of(mutation.applyTo(TEXT));

    assertThat(mutation.rule().violations().apply(slipped)).as(mutation.toString()).isNotEmpty();
  }

  @Test
  void everyRuleIsProvedByASlip() {
    assertThat(mutations()).extracting(Mutation::rule).containsAll(rules());
  }

  @Test
  void thereIsSomethingToHoldTheRulesAgainst() {
    assertThat(TEMPLATE.functions()).hasSizeGreaterThanOrEqualTo(8);
    assertThat(TEMPLATE.factQueues()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(ApiRules.routes(TEMPLATE)).hasSizeGreaterThanOrEqualTo(15);
    assertThat(TEMPLATE.functions()).allSatisfy(it -> assertThat(it.rights()).isNotEmpty());
    assertThat(TEMPLATE.functions().stream().flatMap(it -> it.runs().stream()))
        .hasSizeGreaterThanOrEqualTo(2);
  }
}
