package services.dataminer.points.ledger.directory;

import java.util.List;
import services.dataminer.points.program.activity.Show;

/// A show as entered.
///
/// @param version counts the changes
/// @param calendarEventTypes the event types with which calendars book meetings at its booth
/// @param settled whether points were granted for it, after which its days are fixed
public record ShowItem(long version, Show show, List<Long> calendarEventTypes, boolean settled) {}
