package services.dataminer.points.application.calendar;

/// What a night of reconciliation did.
///
/// @param bookings whose records it read
/// @param changed of those, the ones that differed from what was known, or were new
public record ReconciledBookings(int bookings, int changed) {}
