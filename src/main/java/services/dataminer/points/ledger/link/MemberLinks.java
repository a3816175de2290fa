package services.dataminer.points.ledger.link;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The links to one member's statement, as kept.
///
/// @param version counts the changes
/// @param links those that work, or did when the last was made
record MemberLinks(long version, List<Link> links) {

  /// A link.
  ///
  /// @param key where the table says whose statement it leads to
  /// @param until the moment from which on it leads nowhere
  record Link(String key, Instant until) {}

  MemberLinks {
    links = List.copyOf(links);
  }

  static MemberLinks none() {
    return new MemberLinks(0, List.of());
  }

  List<Link> live(Instant now) {
    return links.stream().filter(link -> now.isBefore(link.until())).toList();
  }

  /// These links without those that ended, and one more.
  MemberLinks with(Link link, Instant now) {
    return new MemberLinks(
        version + 1, Stream.concat(live(now).stream(), Stream.of(link)).toList());
  }

  /// When the last of them ends.
  ///
  /// @throws java.util.NoSuchElementException if there is none
  Instant lastEnd() {
    return links.stream().map(Link::until).max(Comparator.naturalOrder()).orElseThrow();
  }
}
