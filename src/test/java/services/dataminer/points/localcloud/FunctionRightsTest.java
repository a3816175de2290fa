package services.dataminer.points.localcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("By its policy")
class FunctionRightsTest {
  private static final Template TEMPLATE = template("");

  @TestFactory
  @DisplayName("without one action, a function may do all the rest, on the same resources")
  Stream<DynamicTest> oneActionTakenOut() {
    return TEMPLATE.functions().stream()
        .flatMap(
            function ->
                accesses(function.policy()).stream()
                    .map(
                        access ->
                            dynamicTest(name(function, access), () -> takeOut(function, access))));
  }

  @Test
  @DisplayName("with another table given, a function uses that table and its index, and no other")
  void anotherTable() {
    Template other = template("restored");
    String arn = "arn:aws:dynamodb:eu-west-1:000000000000:table/";

    assertThat(other.tableInUse()).isEqualTo("restored");
    assertThat(other.tables()).extracting("tableName").containsExactly("devops-points-prod");
    assertThat(other.functions())
        .allMatch(function -> function.environment("POINTS_TABLE", "").equals("restored"));
    assertThat(other.functions())
        .flatExtracting(function -> accesses(function.policy()))
        .extracting(Access::resource)
        .filteredOn(resource -> resource.startsWith(arn))
        .containsOnly(arn + "restored", arn + "restored/index/due");
  }

  private static Template template(String table) {
    return Template.read(
        Path.of("template.yaml"),
        Map.of(
            "DojoUrl", "http://127.0.0.1:9325",
            "JwtIssuer", "http://127.0.0.1:9326",
            "JwtAudience", "any",
            "TableName", table),
        "http://127.0.0.1:9324");
  }

  private static void takeOut(FunctionDefinition function, Access access) {
    List<Access> all = accesses(function.policy());
    Policy less = without(function.policy(), access);

    assertThat(all).allMatch(function.policy()::allows);
    assertThat(all).filteredOn(one -> !less.allows(one)).containsExactly(access);
    assertThat(less.decide(access)).isEqualTo(Policy.Decision.NOT_ALLOWED);
  }

  private static List<Access> accesses(Policy policy) {
    return policy.statements().stream()
        .flatMap(
            statement ->
                statement.actions().stream()
                    .flatMap(
                        action ->
                            statement.resources().stream()
                                .map(resource -> new Access(action, resource))))
        .toList();
  }

  private static Policy without(Policy policy, Access access) {
    return new Policy(
        accesses(policy).stream()
            .filter(one -> !one.equals(access))
            .map(
                one ->
                    new PolicyStatement(
                        true, List.of(one.action()), List.of(one.resource()), List.of()))
            .toList());
  }

  private static String name(FunctionDefinition function, Access access) {
    return function.name() + ": " + access.action() + " on " + access.resource();
  }
}
