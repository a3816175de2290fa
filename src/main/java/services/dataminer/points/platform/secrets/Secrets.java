package services.dataminer.points.platform.secrets;

import java.util.List;
import services.dataminer.points.platform.outage.Unavailable;

/// The secrets of this installation.
@FunctionalInterface
public interface Secrets {

  /// HMAC key of Cal.com's webhooks, or two on a line each, newest first.
  String CALENDAR = "calendar-secret";

  /// `whsec_` and a base64 key: the secret of webhooks signed by the Standard Webhooks scheme, or
  /// two on a line each, newest first.
  String STANDARD_WEBHOOKS = "standard-webhooks-secret";

  /// Base64 of at least 32 bytes: the HMAC key of the names under which people are kept in keys.
  String IDENTITY_KEY = "identity-key";

  /// A JSON object of the secret of each learning management system, by its user name; or an array
  /// of two, newest first.
  String LMS_CREDENTIALS = "lms-credentials";

  /// The bearer token that DOJO takes.
  String DOJO_TOKEN = "dojo-token";

  /// The API key of the Cal.com account whose bookings are read.
  String CALCOM_API_KEY = "calcom-api-key";

  /// Base64 of at least 32 bytes: the key of the pages' cookies, or two on a line each, newest
  /// first.
  String SESSION_KEY = "session-key";

  /// The client secret of the pages at the issuer; only a confidential client has one.
  String OIDC_CLIENT = "oidc-client-secret";

  /// How many values of a secret count at once.
  int VALUES = 2;

  /// The values of a secret that others sign with, newest first: the lines of the parameter. While
  /// a secret is rotated there are two, and both are good; further lines do not count.
  ///
  /// @param name one of the constants above
  /// @throws Unavailable if it is not set, or cannot be read now
  default List<String> values(String name) {
    List<String> values =
        value(name).lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    if (values.isEmpty()) {
      throw new Unavailable("secret " + name + " has no value; set it");
    }
    return values.stream().limit(VALUES).toList();
  }

  /// A secret, as it is now or was a few minutes ago.
  ///
  /// @param name one of the constants above
  /// @throws Unavailable if it is not set, or cannot be read now
  String value(String name);
}
