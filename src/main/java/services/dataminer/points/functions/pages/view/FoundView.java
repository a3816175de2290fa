package services.dataminer.points.functions.pages.view;

import java.util.List;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.program.activity.Show;

/// Who and what was found.
///
/// @param query as typed
/// @param people not more than a page shows
/// @param shows not more than a page shows
/// @param more whether there may be more of either
public record FoundView(String query, List<Member> people, List<Show> shows, boolean more) {}
