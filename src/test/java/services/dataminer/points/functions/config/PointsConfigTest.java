package services.dataminer.points.functions.config;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointsConfigTest {

  private static final Map<String, String> REQUIRED =
      Map.ofEntries(
          entry("POINTS_TABLE", "devops-points"),
          entry("POINTS_QUEUES_EXHIBITION_MEETING", "https://sqs/exhibition"),
          entry("POINTS_QUEUES_VIRTUAL_MEETING", "https://sqs/virtual"),
          entry("POINTS_QUEUES_MEETING_ATTENDANCE", "https://sqs/attendance"),
          entry("POINTS_QUEUES_COURSE_PROGRESS", "https://sqs/courses"),
          entry("POINTS_QUEUES_HOSTED_EVENT", "https://sqs/events"),
          entry("POINTS_QUEUES_USE_CASE", "https://sqs/use-cases"),
          entry("POINTS_QUEUES_CONTRIBUTION", "https://sqs/contributions"),
          entry("POINTS_QUEUES_ADJUSTMENT", "https://sqs/adjustments"),
          entry("POINTS_QUEUES_NIGHT_WORKER", "https://sqs/shards"),
          entry("POINTS_SECRETS_PATH", "/devops-points/prod"));

  @Test
  void Everything_is_read_from_environment_variables() {
    var all = new HashMap<>(REQUIRED);
    all.put("POINTS_DEAD_LETTERS_MESSAGES", "https://sqs/dead-letters");
    all.put("POINTS_DEAD_LETTERS_NIGHTS", "https://sqs/night-dead-letters");
    all.put("POINTS_PROGRAM_TIME_ZONE", "Europe/Lisbon");
    all.put("POINTS_PROGRAM_SKYLINE_DOMAINS", "skyline.be,dataminer.services");
    all.put("POINTS_ACCESS_MEMBER_ID_CLAIM", "oid");
    all.put("POINTS_ACCESS_ADMIN_SCOPE", "admin");
    all.put("POINTS_ACCESS_MEMBER_SCOPE", "member");
    all.put("POINTS_SIGN_IN_ISSUER", "https://login.example");
    all.put("POINTS_SIGN_IN_AUDIENCE", "api,other");
    all.put("POINTS_SIGN_IN_CLIENT_ID", "pages");
    all.put("POINTS_SIGN_IN_CLIENT_TYPE", "confidential");
    all.put("POINTS_SIGN_IN_SCOPES", "openid,admin");

    PointsConfig config = config(all);

    assertThat(config.table()).isEqualTo("devops-points");
    assertThat(config.queues().get("exhibition-meeting")).isEqualTo("https://sqs/exhibition");
    assertThat(config.queues().get("virtual-meeting")).isEqualTo("https://sqs/virtual");
    assertThat(config.queues().get("meeting-attendance")).isEqualTo("https://sqs/attendance");
    assertThat(config.queues().get("course-progress")).isEqualTo("https://sqs/courses");
    assertThat(config.queues().get("hosted-event")).isEqualTo("https://sqs/events");
    assertThat(config.queues().get("use-case")).isEqualTo("https://sqs/use-cases");
    assertThat(config.queues().get("contribution")).isEqualTo("https://sqs/contributions");
    assertThat(config.queues().get("adjustment")).isEqualTo("https://sqs/adjustments");
    assertThat(config.deadLetters().messages()).hasValue("https://sqs/dead-letters");
    assertThat(config.deadLetters().nights()).hasValue("https://sqs/night-dead-letters");
    assertThat(config.queues().get("night-worker")).isEqualTo("https://sqs/shards");
    assertThat(config.secretsPath()).isEqualTo("/devops-points/prod");
    assertThat(config.program().timeZone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
    assertThat(config.program().skylineDomains())
        .containsExactlyInAnyOrder("skyline.be", "dataminer.services");
    assertThat(config.access().memberIdClaim()).isEqualTo("oid");
    assertThat(config.access().adminScope()).isEqualTo("admin");
    assertThat(config.access().memberScope()).hasValue("member");
    assertThat(config.signIn().issuer()).hasValue("https://login.example");
    assertThat(config.signIn().audience()).hasValue(Set.of("api", "other"));
    assertThat(config.signIn().clientId()).hasValue("pages");
    assertThat(config.signIn().clientType()).isEqualTo(PointsConfig.ClientType.CONFIDENTIAL);
    assertThat(config.signIn().scopes()).isEqualTo(Set.of("openid", "admin"));
  }

  @Test
  void What_the_template_leaves_empty_is_absent() {
    var all = new HashMap<>(REQUIRED);
    all.put("POINTS_ACCESS_MEMBER_SCOPE", "");
    all.put("POINTS_SIGN_IN_CLIENT_ID", "");

    assertThat(config(all).access().memberScope()).isEmpty();
    assertThat(config(all).signIn().clientId()).isEmpty();
    assertThat(config(all).signIn().clientType()).isEqualTo(PointsConfig.ClientType.PUBLIC);
  }

  @Test
  void What_hardly_differs_has_a_default() {
    PointsConfig config = config(REQUIRED);

    assertThat(config.deadLetters().messages()).isEmpty();
    assertThat(config.program().timeZone()).isEqualTo(ZoneId.of("Europe/Brussels"));
    assertThat(config.program().skylineDomains()).containsExactly("skyline.be");
    assertThat(config.access().memberIdClaim()).isEqualTo("sub");
    assertThat(config.access().adminScope()).isEqualTo("points:admin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POINTS_TABLE", "POINTS_QUEUES_VIRTUAL_MEETING", "POINTS_SECRETS_PATH"})
  void What_is_missing_is_named(String variable) {
    var some = new HashMap<>(REQUIRED);
    some.remove(variable);

    assertThatThrownBy(() -> config(some))
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining(
            variable.endsWith("TABLE")
                ? "points.table"
                : variable.endsWith("PATH") ? "points.secrets-path" : "virtual-meeting");
  }

  private static PointsConfig config(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withSources(new EnvConfigSource(environment, 300))
        .withMapping(PointsConfig.class)
        .build()
        .getConfigMapping(PointsConfig.class);
  }
}
