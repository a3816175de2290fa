package services.dataminer.points.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.ParameterReading.Found;
import services.dataminer.points.platform.secrets.ParameterReading.Refused;
import services.dataminer.points.platform.secrets.ParameterReading.Unanswered;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;

class KeptSecretsTest {

  private static final ParameterReading SILENCE = new Unanswered("SSM is away");
  private static final Duration TERM = Duration.ofMinutes(5);

  private final List<String> asked = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final List<ParameterReading> before = new ArrayList<>();
  private ParameterReading answer = new Found("first");
  private Instant now = Instant.parse("2026-09-12T10:00:00Z");
  private final KeptSecrets secrets =
      new KeptSecrets(new AnsweringStore(), "/devops-points/prod", () -> now, pauses::add);

  private final class AnsweringStore extends ParameterStore {
    AnsweringStore() {
      super(Optional.empty(), Optional.empty(), AnonymousCredentialsProvider.create());
    }

    @Override
    ParameterReading read(String parameter) {
      asked.add(parameter);
      return before.isEmpty() ? answer : before.removeFirst();
    }
  }

  @Test
  void A_secret_is_read_below_the_path_when_it_is_asked_for() {
    assertThat(asked).isEmpty();
    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
    assertThat(asked).containsExactly("/devops-points/prod/calendar-secret");
  }

  @Test
  void A_secret_is_kept_for_five_minutes_and_then_read_again() {
    secrets.value("calendar-secret");
    answer = new Found("second");

    now = now.plus(TERM).minusNanos(1);
    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
    now = now.plusNanos(1);
    assertThat(secrets.value("calendar-secret")).isEqualTo("second");
    assertThat(asked).hasSize(2);
  }

  @Test
  void A_secret_is_read_again_when_the_clock_was_set_back() {
    secrets.value("calendar-secret");
    answer = new Found("second");

    now = now.minusSeconds(1);
    assertThat(secrets.value("calendar-secret")).isEqualTo("second");
  }

  @Test
  void What_was_forgotten_can_be_read_before_it_is_asked_for() {
    secrets.value("calendar-secret");
    secrets.value("identity-key");
    secrets.forget();
    asked.clear();
    answer = new Found("second");

    secrets.readForgotten();
    assertThat(asked).hasSize(2).allMatch(name -> name.startsWith("/devops-points/prod/"));
    answer = new Found("third");
    assertThat(secrets.value("calendar-secret")).isEqualTo("second");
    assertThat(secrets.value("identity-key")).isEqualTo("second");
    secrets.readForgotten();
    assertThat(asked).hasSize(2);
  }

  @Test
  void A_refusal_keeps_no_other_secret_from_being_read_before_it_is_asked_for() {
    secrets.value("calendar-secret");
    secrets.value("identity-key");
    secrets.forget();
    asked.clear();
    before.add(new Refused("the first is gone"));
    answer = new Found("second");

    secrets.readForgotten();

    assertThat(asked).hasSize(2);
    assertThat(secrets.value("identity-key")).isEqualTo("second");
    assertThat(asked).hasSize(2);
  }

  /// Lambda gives a restore ten seconds.
  @Test
  void While_SSM_is_away_one_attempt_is_made_to_read_what_was_forgotten() {
    secrets.value("calendar-secret");
    secrets.value("identity-key");
    secrets.forget();
    asked.clear();
    answer = SILENCE;

    secrets.readForgotten();

    assertThat(asked).hasSize(1);
    assertThat(pauses).isEmpty();
    answer = new Found("second");
    assertThat(secrets.value("calendar-secret")).isEqualTo("second");
  }

  @Test
  void Secrets_are_kept_apart() {
    secrets.value("calendar-secret");
    answer = new Found("other");

    assertThat(secrets.value("identity-key")).isEqualTo("other");
    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
  }

  @Test
  void A_known_value_stays_in_use_while_SSM_does_not_answer() {
    secrets.value("calendar-secret");
    answer = SILENCE;
    now = now.plus(TERM);

    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
    assertThat(pauses).isEmpty();
  }

  @Test
  void SSM_is_asked_again_thirty_seconds_after_it_did_not_answer() {
    secrets.value("calendar-secret");
    answer = SILENCE;
    now = now.plus(TERM);
    secrets.value("calendar-secret");
    answer = new Found("second");

    now = now.plusSeconds(30).minusNanos(1);
    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
    now = now.plusNanos(1);
    assertThat(secrets.value("calendar-secret")).isEqualTo("second");
    assertThat(asked).hasSize(3);
  }

  @Test
  void A_refusal_ends_the_use_of_a_known_value() {
    secrets.value("calendar-secret");
    answer = new Refused("the parameter is gone");
    now = now.plus(TERM);

    assertThatThrownBy(() -> secrets.value("calendar-secret"))
        .isInstanceOf(Unavailable.class)
        .hasMessage("the parameter is gone");
    answer = SILENCE;
    assertThatThrownBy(() -> secrets.value("calendar-secret")).isInstanceOf(Unavailable.class);
  }

  @Test
  void A_refusal_is_not_kept_and_not_asked_for_twice() {
    answer = new Refused("no right");
    assertThatThrownBy(() -> secrets.value("calendar-secret")).isInstanceOf(Unavailable.class);
    assertThat(asked).hasSize(1);

    answer = new Found("first");
    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
  }

  @Test
  void A_value_that_is_not_known_is_asked_for_three_times_with_pauses() {
    before.addAll(List.of(SILENCE, SILENCE));

    assertThat(secrets.value("calendar-secret")).isEqualTo("first");
    assertThat(pauses).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
  }

  @Test
  void A_value_that_is_not_known_is_unavailable_after_the_third_attempt() {
    answer = SILENCE;

    assertThatThrownBy(() -> secrets.value("calendar-secret"))
        .isInstanceOf(Unavailable.class)
        .hasMessage("SSM is away");
    assertThat(asked).hasSize(3);
  }
}
