package services.dataminer.points.functions.pages.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Where forms are that begin with something filled in.
public final class EntryLinks {

  private EntryLinks() {}

  /// The form of a course or quiz that statements name.
  public static String course(String id, Optional<String> title) {
    return "/admin/entry/course?id=" + encoded(id) + "&title=" + encoded(title.orElse(""));
  }

  /// The form of a member who is known by an address, or else an empty one.
  public static String member(String identity) {
    String mail = "mailto:";
    return identity.startsWith(mail)
        ? "/admin/entry/member?emails=" + encoded(identity.substring(mail.length()))
        : "/admin/entry/member";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
