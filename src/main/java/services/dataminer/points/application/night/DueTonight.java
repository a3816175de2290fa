package services.dataminer.points.application.night;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import services.dataminer.points.ledger.night.NightKind;
import services.dataminer.points.ledger.transfer.DueTransfers;

/// What is due in a night, or in a shard of it, by name. What concerns one member is in one shard.
///
/// @param scheduledAt the night's time
/// @param members whose balance changed; in a night that settles shows, the stands, each by the id
///   of its settlement
/// @param transfers references of open transfers; none in a night that reconciles
public record DueTonight(
    NightKind kind, Instant scheduledAt, List<String> members, List<String> transfers) {

  /// How much it is.
  public int size() {
    return members.size() + transfers.size();
  }

  /// Everyone whom it concerns, each once.
  public Set<String> everyone() {
    var all = new LinkedHashSet<>(members);
    transfers.stream().map(DueTransfers::memberOf).forEach(all::add);
    return all;
  }

  /// All of it in shards, and nothing twice. The same member is in the same shard whenever as many
  /// are made.
  List<DueTonight> shards(int of) {
    var members = new ArrayList<List<String>>();
    var transfers = new ArrayList<List<String>>();
    for (int shard = 0; shard < of; shard++) {
      members.add(new ArrayList<>());
      transfers.add(new ArrayList<>());
    }
    this.members.forEach(member -> members.get(shard(member, of)).add(member));
    this.transfers.forEach(it -> transfers.get(shard(DueTransfers.memberOf(it), of)).add(it));
    return IntStream.range(0, of)
        .mapToObj(i -> new DueTonight(kind, scheduledAt, members.get(i), transfers.get(i)))
        .toList();
  }

  private static int shard(String memberId, int of) {
    return Math.floorMod(memberId.hashCode(), of);
  }

  /// What of it concerns some members.
  DueTonight only(Predicate<String> wanted) {
    return new DueTonight(
        kind,
        scheduledAt,
        members.stream().filter(wanted).toList(),
        transfers.stream().filter(it -> wanted.test(DueTransfers.memberOf(it))).toList());
  }

  /// The night, for people.
  @Override
  public String toString() {
    return kind + " of " + scheduledAt;
  }
}
