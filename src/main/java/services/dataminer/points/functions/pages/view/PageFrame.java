package services.dataminer.points.functions.pages.view;

import java.util.List;
import java.util.Optional;

/// What stands around every page.
///
/// @param title of the page
/// @param path of the page, which is where a sign-in leads back to
/// @param visitor who is signed in
public record PageFrame(String title, String path, Optional<Visitor> visitor, Formats formats) {

  /// The last parts of the paths of the administrators' pages, in the order of the navigation.
  public static final List<String> SECTIONS =
      List.of("members", "partners", "shows", "courses", "awards", "import", "rules");

  public boolean isAdministrator() {
    return visitor.filter(Visitor::isAdministrator).isPresent();
  }

  /// A link that leads on from a page that says one thing.
  public record BackLink(String path, String words) {}

  /// Where a visitor goes on who has come to an end here.
  public BackLink back() {
    var to =
        isAdministrator()
            ? new BackLink("/admin", "To the administration")
            : new BackLink("/me", "To my points");
    return visitor.isEmpty() || isHere(to.path()) ? new BackLink("/", "To the program") : to;
  }

  public boolean isHere(String place) {
    return place.equals(path);
  }
}
