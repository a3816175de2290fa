package services.dataminer.points.program.membership;

import java.time.Instant;
import java.time.LocalDate;

/// Points that a member earned at one stroke, or that a correction gave or took. Transfers are
/// none: they do not lower the points that set the level.
///
/// @param at when it was earned
/// @param earnedOn the day it counts on
/// @param points whole points, signed
public record EarnedPoints(Instant at, LocalDate earnedOn, long points) {}
