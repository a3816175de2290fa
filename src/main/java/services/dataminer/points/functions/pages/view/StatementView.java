package services.dataminer.points.functions.pages.view;

import java.time.LocalDate;
import java.util.List;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.membership.MembershipYear;

/// All entries of a member's year.
///
/// @param signedUpOn what was earned before it counts in the first membership year
/// @param entries newest first
/// @param earned points of the year
/// @param toDojo points of the year's entries that went to DOJO, less those that came back
/// @param others the member's other years, the latest first
public record StatementView(
    String name,
    LocalDate signedUpOn,
    MembershipYear year,
    List<Entry> entries,
    long earned,
    long toDojo,
    List<MembershipYear> others) {}
