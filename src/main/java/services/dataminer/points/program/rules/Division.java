package services.dataminer.points.program.rules;

/// Among whom an award is divided.
public enum Division {
  /// The partner's people who attend; the partner receives the whole award.
  PARTNER_ATTENDEES,
  /// Everyone who attends; the shares of those outside the partner are shown and not awarded.
  ALL_ATTENDEES
}
