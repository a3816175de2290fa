package services.dataminer.points.functions.pages.session;

import java.time.Duration;

/// Cookies as `Set-Cookie` has them: for this host alone, over TLS alone, out of reach of scripts,
/// and sent along from other sites only where a link is followed.
///
/// The prefix `__Host-` has browsers refuse one that another host of the domain sets.
final class Cookies {

  static final String SESSION = "__Host-session";
  static final String SIGN_IN = "__Host-sign-in";

  private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=";

  private Cookies() {}

  static String kept(String name, String value, Duration life) {
    return name + "=" + value + ATTRIBUTES + life.toSeconds();
  }

  static String dropped(String name) {
    return name + "=" + ATTRIBUTES + 0;
  }
}
