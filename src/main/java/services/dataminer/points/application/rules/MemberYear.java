package services.dataminer.points.application.rules;

import java.util.Set;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.membership.MembershipYear;

/// A membership year of a member, and which activities may count in it by one rule or another.
///
/// @param balance as it stands
/// @param activities those that earn by themselves, and the contributions that share a cap with one
///   of the year
/// @param shows the ids of shows at which the member has meetings or points, of any year
record MemberYear(
    Member member,
    MembershipYear year,
    Balance balance,
    Set<ActivityId> activities,
    Set<String> shows) {}
