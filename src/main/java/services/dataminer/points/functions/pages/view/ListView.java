package services.dataminer.points.functions.pages.view;

import java.util.List;
import java.util.Optional;

/// A list with a search, a page at a time.
///
/// @param path of the list
/// @param what the plural of what is listed, such as `members`
/// @param query the part of a name that was searched for
/// @param enter where one more is entered
/// @param columns headings; the first column names the thing and leads to it
/// @param next the cursor of the page after
public record ListView(
    String path,
    String what,
    String query,
    String enter,
    List<String> columns,
    List<Row> rows,
    Optional<String> next) {

  /// One thing.
  ///
  /// @param target where its page is
  /// @param edit where its form is
  /// @param cells the texts of the columns
  public record Row(String target, String edit, List<String> cells) {}
}
