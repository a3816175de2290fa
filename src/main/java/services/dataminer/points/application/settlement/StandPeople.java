package services.dataminer.points.application.settlement;

import java.util.List;
import java.util.Map;
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
/// meeting knew by an address, before the sign-up, and another one as a member is one person,
/// unless the stand was settled with two: a sign-up moves no one else's points. An address that was
/// somebody's at one meeting and someone else's, or nobody's, at the next stands for two.
final class StandPeople {

  private static final String NOBODY = "";

  private final Set<String> settled;
  private final SortedMap<String, SortedSet<String>> refsOfMember = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> ownersOfRef = new TreeMap<>();
  private final SortedMap<Pseudonym, Participant> people = new TreeMap<>();

  private StandPeople(Set<String> settled) {
    this.settled = settled;
  }

  /// @param settled the refs with which the stand was settled before
  static StandPeople of(List<ShowMeeting> meetings, Set<String> settled) {
    var found = new StandPeople(settled);
    meetings.forEach(meeting -> meeting.people().forEach(found::note));
    meetings.forEach(meeting -> meeting.people().forEach(found::add));
    return found;
  }

  private void note(String ref, Participant who) {
    ownersOfRef.computeIfAbsent(ref, _ -> new TreeSet<>()).add(who.memberId().orElse(NOBODY));
    who.memberId()
        .ifPresent(member -> refsOfMember.computeIfAbsent(member, _ -> new TreeSet<>()).add(ref));
  }

  private void add(String ref, Participant who) {
    String name = refInSettlement(ref, who);
    if (name.equals(ref)) {
      people.put(new Pseudonym(name), who);
    } else if (who.memberId().filter(name::equals).isPresent()) {
      people.putIfAbsent(new Pseudonym(name), who.asMember());
    }
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
              Participant who = meeting.people().get(portion.ref());
              var name = new Pseudonym(refInSettlement(portion.ref(), who));
              return Share.roundedDown(
                  people.get(name).person(name), portion.exact(), portion.awarded());
            })
        .toList();
  }

  /// @param ref the one that a meeting has
  private String refInSettlement(String ref, Participant who) {
    return who.memberId().map(member -> refOfMember(member, ref)).orElse(ref);
  }

  private String refOfMember(String member, String ref) {
    SortedSet<String> own = ownRefs(member);
    String name = own.contains(ref) ? ref : member;
    if (settled.contains(name) || !own.contains(member)) {
      return name;
    }
    // Rather an address than the id: under it the first assessment decides about odd points.
    return own.stream()
        .filter(settled::contains)
        .findFirst()
        .or(() -> own.stream().filter(other -> !other.equals(member)).findFirst())
        .orElse(member);
  }

  /// A member's refs that are no one else's; with the id, if one of them is.
  private SortedSet<String> ownRefs(String member) {
    var own = new TreeSet<String>();
    for (String ref : refsOfMember.get(member)) {
      own.add(ownersOfRef.get(ref).size() == 1 ? ref : member);
    }
    return own;
  }
}
