package services.dataminer.points.platform.http;

import java.net.URI;
import java.net.URISyntaxException;

/// Tells absolute URIs from other texts.
final class AbsoluteUri {

  private AbsoluteUri() {}

  static boolean is(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException _) {
      return false;
    }
  }
}
