package services.dataminer.points.platform.secrets;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.ParameterReading.Found;
import services.dataminer.points.platform.secrets.ParameterReading.Refused;
import services.dataminer.points.platform.secrets.ParameterReading.Unanswered;

/// The secrets as SSM has them, each kept in memory for [#KEPT].
///
/// A secret is read when it is first asked for or, after a restore, before the first event: no
/// SnapStart snapshot holds one. While SSM does not answer, the value read before stays in use; a
/// refusal ends it at once.
@Singleton
public class KeptSecrets implements Secrets {

  private static final Logger LOG = Logger.getLogger(KeptSecrets.class);

  /// How long a value is used before it is read again.
  static final Duration KEPT = Duration.ofMinutes(5);

  /// How long a value that could not be read again is used before the next attempt.
  static final Duration NEXT_ATTEMPT = Duration.ofSeconds(30);

  /// Attempts where no value is known that could be used instead: a webhook refused now is lost.
  private static final int ATTEMPTS = 3;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ParameterStore store;
  private final String path;
  private final InstantSource clock;
  private final Consumer<Duration> pause;
  private final Map<String, Kept> kept = new HashMap<>();
  private final Set<String> forgotten = new TreeSet<>();

  private record Kept(String value, Instant from, Duration term) {

    /// A clock that was set back must not prolong the term.
    boolean isCurrent(Instant now) {
      return !now.isBefore(from) && now.isBefore(from.plus(term));
    }

    @Override
    public String toString() {
      return "Kept[from=" + from + "]";
    }
  }

  /// @param path below which the secrets are in SSM
  @Inject
  public KeptSecrets(
      ParameterStore store, @ConfigProperty(name = "points.secrets-path") String path) {
    this(store, path, InstantSource.system(), KeptSecrets::sleep);
  }

  KeptSecrets(ParameterStore store, String path, InstantSource clock, Consumer<Duration> pause) {
    this.store = store;
    this.path = path;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public synchronized String value(String name) {
    Kept known = kept.get(name);
    // By the clock on the wall: a monotonic one may stand still while Lambda freezes the process.
    Instant now = clock.instant();
    if (known != null && known.isCurrent(now)) {
      return known.value();
    }
    return switch (read(path + "/" + name, known == null ? ATTEMPTS : 1)) {
      case Found(String value) -> keep(name, value, now, KEPT);
      case Refused(String why) -> {
        kept.remove(name);
        throw new Unavailable(why);
      }
      case Unanswered(String why) -> {
        if (known == null) {
          throw new Unavailable(why);
        }
        LOG.warnf("%s; the value read before stays in use", why);
        yield keep(name, known.value(), now, NEXT_ATTEMPT);
      }
    };
  }

  /// Forgets every value, so that the next is read anew.
  public synchronized void forget() {
    forgotten.addAll(kept.keySet());
    kept.clear();
  }

  /// Reads what was forgotten, before it is asked for; once, as long as SSM answers. What is not
  /// read now is read when it is asked for.
  public synchronized void readForgotten() {
    for (String name : forgotten) {
      ParameterReading reading = store.read(path + "/" + name);
      if (reading instanceof Unanswered) {
        return;
      }
      if (reading instanceof Found(String value)) {
        keep(name, value, clock.instant(), KEPT);
      }
    }
    forgotten.clear();
  }

  private String keep(String name, String value, Instant now, Duration term) {
    kept.put(name, new Kept(value, now, term));
    return value;
  }

  private ParameterReading read(String parameter, int attempts) {
    ParameterReading reading = store.read(parameter);
    for (int failed = 1; failed < attempts && reading instanceof Unanswered; failed++) {
      pause.accept(PAUSE.multipliedBy(failed));
      reading = store.read(parameter);
    }
    return reading;
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted while reading a secret", e);
    }
  }
}
