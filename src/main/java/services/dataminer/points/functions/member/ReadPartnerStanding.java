package services.dataminer.points.functions.member;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import services.dataminer.points.application.run.Crew;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.MemberLists;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.program.membership.Standing;
import services.dataminer.points.program.rules.Level;

/// Where a partner's people stand, each in the own membership year; those whose membership has
/// begun.
@Singleton
class ReadPartnerStanding {

  private static final int AT_A_TIME = 8;
  private static final Comparator<Line> MOST_FIRST =
      Comparator.comparing(Line::earned).reversed().thenComparing(Line::memberId);

  private final MemberLists lists;
  private final Members members;
  private final ReadBalance balance;
  private final Crew crew = new Crew(AT_A_TIME);

  ReadPartnerStanding(MemberLists lists, Members members, ReadBalance balance) {
    this.lists = lists;
    this.members = members;
    this.balance = balance;
  }

  record Answer(String partnerId, List<Line> people, long earned) {}

  record Line(String memberId, String name, Level level, long earned) {}

  Answer read(String partnerId, Instant at) {
    Queue<Line> people = new ConcurrentLinkedQueue<>();
    crew.each(
        lists.peopleOf(partnerId),
        () -> false,
        memberId ->
            members
                .find(memberId)
                .filter(member -> member.partnerId().filter(partnerId::equals).isPresent())
                .filter(member -> balance.hasBegun(member, at))
                .ifPresent(member -> people.add(line(member, at))));
    return new Answer(
        partnerId,
        people.stream().sorted(MOST_FIRST).toList(),
        people.stream().mapToLong(Line::earned).sum());
  }

  private Line line(Member member, Instant at) {
    Standing standing = balance.standing(member, at);
    return new Line(member.id(), member.name(), standing.level(), standing.earned());
  }
}
