package services.dataminer.points.ledger.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.ledger.activity.StoredDecision.StoredShare;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.award.ActivityState;
import services.dataminer.points.program.award.Fraction;
import services.dataminer.points.program.award.ShareReasons;
import services.dataminer.points.program.membership.MembershipYear;

/// What is to be written for one member: the difference between what a decision gives and what was
/// granted before.
///
/// @param granted the member's refs with the points they have once this is written
/// @param before points granted to the member so far
/// @param after points the member has once this is written
/// @param first whether the member got nothing of this activity yet
/// @param year the first day of the membership year in which it counts; empty where it never did
/// @param signedUpOn the sign-up date that decided the year, unless points of it count there
///   already
record Posting(
    String memberId,
    SortedMap<String, Granted> granted,
    List<StoredShare> shares,
    long before,
    long after,
    boolean first,
    Optional<LocalDate> year,
    Optional<LocalDate> signedUpOn) {

  /// Everything still to be written for a decision, by member.
  static List<Posting> due(ActivityRecord record) {
    Map<String, StoredShare> target =
        record.decision().filter(d -> d.state() == ActivityState.GRANTED).stream()
            .flatMap(decision -> decision.awarded().stream())
            .collect(Collectors.toMap(StoredShare::ref, share -> share));
    Map<String, Participant> people = record.peopleByRef();
    var refs = new TreeSet<>(target.keySet());
    refs.addAll(record.granted().keySet());
    var byMember = new TreeMap<String, List<String>>();
    for (String ref : refs) {
      memberBehind(ref, record, people)
          .ifPresent(member -> byMember.computeIfAbsent(member, _ -> new ArrayList<>()).add(ref));
    }
    return byMember.entrySet().stream()
        .map(member -> of(member.getKey(), member.getValue(), record, people, target))
        .filter(posting -> posting.changes(record))
        .toList();
  }

  private static Optional<String> memberBehind(
      String ref, ActivityRecord record, Map<String, Participant> people) {
    return Optional.ofNullable(record.granted().get(ref))
        .map(Granted::memberId)
        .or(() -> Optional.ofNullable(people.get(ref)).flatMap(Participant::memberId));
  }

  private static Posting of(
      String memberId,
      List<String> refs,
      ActivityRecord record,
      Map<String, Participant> people,
      Map<String, StoredShare> target) {
    Optional<LocalDate> stands = whereItStands(refs, record);
    Optional<LocalDate> signedUpOn =
        refs.stream()
            .filter(ref -> stands.isEmpty() && target.containsKey(ref))
            .flatMap(ref -> people.get(ref).signedUpOn().stream())
            .findFirst();
    Optional<LocalDate> year =
        stands.or(
            () ->
                signedUpOn.map(date -> MembershipYear.of(date, earned(record).earnedOn()).from()));
    var granted = new TreeMap<String, Granted>();
    var shares = new ArrayList<StoredShare>();
    long before = 0;
    long after = 0;
    for (String ref : refs) {
      Granted had = record.granted().get(ref);
      StoredShare share = target.get(ref);
      long points = share == null ? 0 : share.points();
      before += had == null ? 0 : had.points();
      after += points;
      if (had != null && (had.points() != 0 || points == 0)) {
        granted.put(ref, new Granted(memberId, points, had.year()));
      } else if (points != 0) {
        granted.put(ref, new Granted(memberId, points, year.orElseThrow()));
      }
      if (share != null) {
        shares.add(share);
      }
    }
    boolean first =
        record.granted().values().stream().noneMatch(g -> g.memberId().equals(memberId));
    return new Posting(memberId, granted, shares, before, after, first, year, signedUpOn);
  }

  /// The year in which points of these refs count already.
  private static Optional<LocalDate> whereItStands(List<String> refs, ActivityRecord record) {
    return refs.stream()
        .flatMap(ref -> Stream.ofNullable(record.granted().get(ref)))
        .filter(had -> had.points() != 0)
        .map(Granted::year)
        .findFirst();
  }

  private boolean changes(ActivityRecord record) {
    return granted.entrySet().stream()
        .anyMatch(ref -> !ref.getValue().equals(record.granted().get(ref.getKey())));
  }

  /// Where the record's points count: where the award counted that still stands or, where none
  /// does, when it was earned by the decision.
  static Earned earned(ActivityRecord record) {
    return record
        .standsOn()
        .or(
            () ->
                record
                    .decision()
                    .flatMap(StoredDecision::award)
                    .map(award -> new Earned(award.at(), award.earnedOn())))
        .or(record::earned)
        .orElseThrow();
  }

  /// Adds the entry that writes the difference, if there is one, and what it adds to the balance.
  ///
  /// The sign-up date may have been corrected since it was looked up, or the person erased whose
  /// address the record has: then nothing is written.
  void writeTo(Transaction transaction, ActivityRecord record, Instant recordedAt) {
    var balance = new Change();
    signedUpOn.ifPresent(date -> balance.onlyIf(Balance.signedUpOn(date)));
    if (Participant.anyNames(record.people().values(), memberId)) {
      balance.onlyIf(Balance.NOT_ERASED);
    }
    entry(record, recordedAt).ifPresent(entry -> entry.writeTo(transaction, balance));
  }

  /// The entry that writes the difference; none where it only moves between a member's own shares.
  Optional<Entry> entry(ActivityRecord record, Instant recordedAt) {
    if (after == before) {
      return Optional.empty();
    }
    StoredDecision decision = record.decision().orElseThrow();
    Earned earned = earned(record);
    return Optional.of(
        new Entry(
            memberId,
            record.id(),
            record.version() + 1,
            kind(record),
            after - before,
            earned.at(),
            earned.earnedOn(),
            recordedAt,
            year.orElseThrow(),
            decision.edition(),
            reason(decision)));
  }

  /// The kind names the cause: a first grant is no correction, whatever its sign.
  private EntryKind kind(ActivityRecord record) {
    if (first) {
      return record.kind() == ActivityKind.ADJUSTMENT ? EntryKind.ADJUSTMENT : EntryKind.AWARD;
    }
    return after > before ? EntryKind.AWARD : EntryKind.REVERSAL;
  }

  private String reason(StoredDecision decision) {
    String why =
        decision.award().map(StoredDecision.StoredAward::arithmetic).orElse(decision.reason());
    if (first && isWholeAward(decision)) {
      return ShareReasons.wholeAward(why, decision.edition());
    }
    if (first) {
      return ShareReasons.firstShare(why, after, exactly(), decision.edition());
    }
    return decision.state() == ActivityState.GRANTED && shares.isEmpty()
        ? ShareReasons.lostShare(why, before, decision.edition())
        : ShareReasons.changedShare(why, before, after, exactly(), decision.edition());
  }

  /// A share that is the award only by rounding is explained.
  private boolean isWholeAward(StoredDecision decision) {
    return decision.award().filter(award -> award.total() == after).isPresent()
        && exactly().filter(Fraction::isWhole).isPresent();
  }

  private Optional<Fraction> exactly() {
    return shares.size() == 1 ? Optional.of(shares.getFirst().exact()) : Optional.empty();
  }
}
