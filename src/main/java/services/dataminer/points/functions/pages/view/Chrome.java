package services.dataminer.points.functions.pages.view;

import java.util.Optional;
import services.dataminer.points.functions.pages.session.Visitor;

/// What stands around every page.
///
/// @param title of the page
/// @param path of the page, which is where a sign-in leads back to
/// @param visitor who is signed in
public record Chrome(String title, String path, Optional<Visitor> visitor, Formats formats) {

  public boolean isAdministrator() {
    return visitor.filter(Visitor::isAdministrator).isPresent();
  }

  public boolean isHere(String place) {
    return place.equals(path);
  }
}
