package services.dataminer.points.program.address;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What two IRIs have in common that people take for the same: they differ at most by `http` or
/// `https`, the case of the host, a slash at the end of the path or of the whole, and the fragment.
public final class NearForm {

  private static final Pattern WEB =
      Pattern.compile("(?i:https?)://([^/?]*)([^?]*)(.*)", Pattern.DOTALL);

  private NearForm() {}

  /// The form that an IRI shares with all those near to it.
  public static String of(String iri) {
    int fragment = iri.indexOf('#');
    String whole = fragment < 0 ? iri : iri.substring(0, fragment);
    Matcher web = WEB.matcher(whole);
    return web.matches()
        ? "https://"
            + web.group(1).toLowerCase(Locale.ROOT)
            + withoutSlash(web.group(2))
            + withoutSlash(web.group(3))
        : withoutSlash(whole);
  }

  private static String withoutSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
