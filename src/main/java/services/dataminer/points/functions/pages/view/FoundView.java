package services.dataminer.points.functions.pages.view;

import java.util.List;
import services.dataminer.points.ledger.directory.Member;

/// Who was found.
///
/// @param query as typed
/// @param people not more than a page shows
/// @param more whether there may be more of them
public record FoundView(String query, List<Member> people, boolean more) {}
