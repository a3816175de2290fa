package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.time.LocalDate;

/// Where an activity's points count. Later differences count there too.
///
/// @param at when it was earned
/// @param earnedOn the day, in the program's time zone (a show's: its last day)
public record Earned(Instant at, LocalDate earnedOn) {}
