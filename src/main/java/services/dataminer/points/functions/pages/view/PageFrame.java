package services.dataminer.points.functions.pages.view;

import java.util.Optional;

/// What stands around every page.
///
/// @param title of the page
/// @param path of the page, which is where a sign-in leads back to
/// @param visitor who is signed in
public record PageFrame(String title, String path, Optional<Visitor> visitor, Formats formats) {

  public boolean isAdministrator() {
    return visitor.filter(Visitor::isAdministrator).isPresent();
  }

  public boolean isHere(String place) {
    return place.equals(path);
  }
}
