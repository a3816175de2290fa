package services.dataminer.points.ledger.directory;

import java.util.SortedSet;
import java.util.TreeSet;
import services.dataminer.points.program.activity.Pseudonym;

/// A member's profile as kept.
///
/// @param version counts the changes
/// @param redated whether the sign-up ever had another date
/// @param erased whether the person was erased; only what the sums need is left then
/// @param earlier pseudonyms of addresses and accounts that were the member's and are no more: by
///   them an erasure finds activities that still keep such an address
record MemberItem(
    long version, Member member, boolean redated, boolean erased, SortedSet<Pseudonym> earlier) {

  MemberItem {
    earlier = earlier == null ? new TreeSet<>() : earlier;
  }
}
