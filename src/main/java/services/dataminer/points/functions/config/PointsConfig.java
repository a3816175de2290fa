package services.dataminer.points.functions.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithKeys;
import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import services.dataminer.points.application.message.QueueName;

/// What differs per installation: the `POINTS_*` environment variables that `template.yaml` sets.
/// What is missing or malformed ends the start, with the name of the variable.
@ConfigMapping(prefix = "points")
public interface PointsConfig {

  /// The name of the table (`POINTS_TABLE`).
  String table();

  /// The URLs of the queues by [QueueName#function] (`POINTS_QUEUES_EXHIBITION_MEETING` and so on).
  @WithKeys(QueueKeys.class)
  Map<String, String> queues();

  /// Where dead letters are; only `pages` counts them.
  DeadLetterQueues deadLetters();

  /// Below which SSM path the secrets are (`POINTS_SECRETS_PATH`), such as `/devops-points/prod`.
  String secretsPath();

  /// The program's own settings.
  Program program();

  /// Who may do what.
  Access access();

  /// How people sign in to the pages.
  SignIn signIn();

  /// Where points are transferred to.
  Dojo dojo();

  /// How Cal.com is understood.
  Calcom calcom();

  /// How functions are primed before their snapshot is taken.
  Priming priming();

  /// Every queue must have a URL.
  final class QueueKeys implements Supplier<Iterable<String>> {
    @Override
    public Iterable<String> get() {
      return QueueName.all().stream().map(QueueName::function).toList();
    }
  }

  /// Where dead letters are; only `pages` counts them.
  interface DeadLetterQueues {

    /// The URL of the queue of messages that failed for good (`POINTS_DEAD_LETTERS_MESSAGES`).
    Optional<String> messages();

    /// The URL of the queue of scheduled runs that failed for good (`POINTS_DEAD_LETTERS_NIGHTS`).
    Optional<String> nights();
  }

  /// The program's own settings.
  interface Program {

    /// The zone of membership years and of an admin's dates (`POINTS_PROGRAM_TIME_ZONE`).
    @WithDefault("Europe/Brussels")
    ZoneId timeZone();

    /// The domains of Skyline's people, in lower case (`POINTS_PROGRAM_SKYLINE_DOMAINS`, separated
    /// by commas).
    @WithDefault("skyline.be")
    Set<String> skylineDomains();
  }

  /// How Cal.com is understood.
  interface Calcom {

    /// Whether those count as no-shows whom Cal Video did not see
    /// (`POINTS_CALCOM_CAL_VIDEO_NO_SHOWS`). Hosts report false ones.
    @WithDefault("false")
    boolean calVideoNoShows();

    /// Whether Cal.com's own records are read (`POINTS_CALCOM_RECONCILIATION`, `on` or `off`).
    @WithDefault("false")
    boolean reconciliation();

    /// The address of Cal.com's API, without a slash at its end (`POINTS_CALCOM_URL`).
    @WithDefault("https://api.cal.com")
    URI url();

    /// The number of the organization whose bookings are read (`POINTS_CALCOM_ORGANIZATION`); empty
    /// for those that the key's owner sees.
    Optional<String> organization();

    /// The version of the list of bookings (`POINTS_CALCOM_API_VERSION`), a date: from 2026-05-01
    /// on it is paged by cursor.
    @WithDefault("2024-08-13")
    String apiVersion();
  }

  /// How functions are primed before their snapshot is taken.
  interface Priming {

    /// How often each event runs (`POINTS_PRIMING_ROUNDS`); 0 for not at all. The JVM compiles a
    /// method that was called 200 times, but looks only after each 128th call.
    @WithDefault("300")
    int rounds();
  }

  /// Where points are transferred to.
  interface Dojo {

    /// DOJO's address, without a slash at its end (`POINTS_DOJO_URL`); only `dojo-transfer` and
    /// `night-worker` have it.
    Optional<URI> url();
  }

  /// Who may do what, according to their tokens.
  interface Access {

    /// The claim that is the member's id (`POINTS_ACCESS_MEMBER_ID_CLAIM`).
    @WithDefault("sub")
    String memberIdClaim();

    /// The scope of admins (`POINTS_ACCESS_ADMIN_SCOPE`).
    @WithDefault("points:admin")
    String adminScope();

    /// The scope that members' tokens must have (`POINTS_ACCESS_MEMBER_SCOPE`); empty if any token
    /// will do. Only `pages` has it: API Gateway checks the API's callers.
    Optional<String> memberScope();
  }

  /// How people sign in to the pages, by OpenID Connect; only `pages` has it.
  interface SignIn {

    /// The issuer of the tokens that the API takes (`POINTS_SIGN_IN_ISSUER`), as in their `iss`.
    Optional<String> issuer();

    /// What the API takes as `aud` or `client_id` of a token (`POINTS_SIGN_IN_AUDIENCE`, separated
    /// by commas).
    Optional<Set<String>> audience();

    /// What the issuer knows the pages as (`POINTS_SIGN_IN_CLIENT_ID`); empty if nobody signs in.
    Optional<String> clientId();

    /// Whether the issuer asks the pages for a secret (`POINTS_SIGN_IN_CLIENT_TYPE`).
    @WithDefault("public")
    ClientType clientType();

    /// What the issuer is asked for (`POINTS_SIGN_IN_SCOPES`, separated by commas).
    @WithDefault("openid")
    Set<String> scopes();
  }

  /// The two kinds of clients of RFC 6749, section 2.1.
  enum ClientType {
    PUBLIC,
    CONFIDENTIAL
  }
}
