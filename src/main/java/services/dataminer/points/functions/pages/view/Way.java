package services.dataminer.points.functions.pages.view;

/// One way to earn points.
///
/// @param what the activity
/// @param pays such as `500`, `250 to 1,000`
/// @param how for what, among whom it is divided, and how much of it counts
public record Way(String what, String pays, String how) {}
