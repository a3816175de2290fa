package services.dataminer.points.functions.pages.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The links to a member's statement, beside it.
///
/// @param ends when those end that work, the latest last
/// @param form makes one more
/// @param made the one just made
/// @param note what was done; empty if nothing
public record LinksView(List<Instant> ends, FormView form, Optional<Made> made, String note) {

  /// A new link, which nothing can show again.
  public record Made(String url, Instant expiresAt) {}
}
