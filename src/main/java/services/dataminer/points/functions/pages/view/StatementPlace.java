package services.dataminer.points.functions.pages.view;

import java.util.Optional;
import services.dataminer.points.program.membership.MembershipYear;

/// Where a member's statements are.
///
/// @param path of the page; empty where it is not to be repeated
/// @param member whose they are, where the path does not say so
public record StatementPlace(String path, Optional<String> member) {

  /// The statement of a year.
  public String of(MembershipYear year) {
    return path + query(year);
  }

  /// The same as CSV.
  public String csv(MembershipYear year) {
    return path + ".csv" + query(year);
  }

  private String query(MembershipYear year) {
    return "?" + member.map(id -> "member=" + id + "&").orElse("") + "year=" + year.from();
  }
}
