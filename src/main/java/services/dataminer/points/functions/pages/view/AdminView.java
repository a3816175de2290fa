package services.dataminer.points.functions.pages.view;

import java.util.List;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.MissingCourses.Missing;

/// What an administrator looks for, and what needs one.
///
/// @param query as typed
/// @param people those found, not more than a page shows
/// @param more whether there may be more of them
/// @param missing what statements are about and the catalogue lacks
public record AdminView(String query, List<Member> people, boolean more, List<Missing> missing) {}
