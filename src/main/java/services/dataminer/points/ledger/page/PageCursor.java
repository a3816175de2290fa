package services.dataminer.points.ledger.page;

/// Where the next page of a list begins. Opaque: only the list that it belongs to can read it.
///
/// @param text to be given out and accepted back unchanged
public record PageCursor(String text) {}
