package services.dataminer.points.application.calendar;

/// What a night of reconciliation did.
///
/// @param bookings whose records it read
/// @param changed of those, the ones told otherwise before, or not at all
public record ReconciledBookings(int bookings, int changed) {}
