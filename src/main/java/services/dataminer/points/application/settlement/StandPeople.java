package services.dataminer.points.application.settlement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.show.ShowMeeting;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.Share;

/// Who is who over all meetings of a stand, each of which was assessed by itself. A member whom one
/// meeting knew by an address, before the sign-up, and another one as a member is one person. An
/// address that was one member's at one meeting and another's at the next stands for two.
final class StandPeople {

  private final SortedMap<String, SortedSet<String>> refsOfMember = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> membersOfRef = new TreeMap<>();
  private final SortedMap<Pseudonym, Participant> people = new TreeMap<>();

  private StandPeople() {}

  static StandPeople of(List<ShowMeeting> meetings) {
    var found = new StandPeople();
    meetings.forEach(meeting -> meeting.people().forEach(found::note));
    meetings.forEach(meeting -> meeting.people().forEach(found::add));
    return found;
  }

  private void note(String ref, Participant who) {
    who.memberId()
        .ifPresent(
            member -> {
              refsOfMember.computeIfAbsent(member, _ -> new TreeSet<>()).add(ref);
              membersOfRef.computeIfAbsent(ref, _ -> new TreeSet<>()).add(member);
            });
  }

  private void add(String ref, Participant who) {
    String name = refInSettlement(ref, who);
    Participant named = name.equals(ref) ? who : who.asMember();
    people.merge(
        new Pseudonym(name), named, (one, other) -> one.memberId().isPresent() ? one : other);
  }

  /// Everyone, under the refs that [#shares] have.
  Map<Pseudonym, Participant> everyone() {
    return people;
  }

  /// A meeting's portions, as the rules see them.
  List<Share> shares(ShowMeeting meeting) {
    return meeting.portions().stream()
        .map(
            portion -> {
              var name =
                  new Pseudonym(
                      refInSettlement(portion.ref(), meeting.people().get(portion.ref())));
              return Share.roundedDown(
                  people.get(name).person(name), portion.exact(), portion.awarded());
            })
        .toList();
  }

  /// The ref under which someone is in the settlement.
  ///
  /// @param ref the one that a meeting has
  private String refInSettlement(String ref, Participant who) {
    Set<String> members = membersOfRef.getOrDefault(ref, new TreeSet<>());
    Optional<String> member =
        who.memberId().or(() -> members.stream().filter(_ -> members.size() == 1).findFirst());
    return member.map(id -> refOfMember(id, ref)).orElse(ref);
  }

  /// By an address, if the member was assessed under one before signing up: it decides about odd
  /// points, which a sign-up must not move.
  private String refOfMember(String member, String ref) {
    SortedSet<String> refs = refsOfMember.get(member);
    if (!refs.contains(member) && membersOfRef.get(ref).size() == 1) {
      return ref;
    }
    return refs.stream()
        .filter(other -> !other.equals(member) && membersOfRef.get(other).size() == 1)
        .findFirst()
        .orElse(member);
  }
}
