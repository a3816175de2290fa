package services.dataminer.points.functions.member;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import services.dataminer.points.application.run.WorkerPool;
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
  private static final Comparator<PersonLine> MOST_FIRST =
      Comparator.comparing(PersonLine::earned).reversed().thenComparing(PersonLine::memberId);

  private final MemberLists lists;
  private final Members members;
  private final ReadBalance balance;
  private final WorkerPool crew = new WorkerPool(AT_A_TIME);

  ReadPartnerStanding(MemberLists lists, Members members, ReadBalance balance) {
    this.lists = lists;
    this.members = members;
    this.balance = balance;
  }

  record PartnerStandingView(String partnerId, List<PersonLine> people, long earned) {}

  record PersonLine(String memberId, String name, Level level, long earned) {}

  PartnerStandingView read(String partnerId, Instant at) {
    Queue<PersonLine> people = new ConcurrentLinkedQueue<>();
    crew.each(
        lists.peopleOf(partnerId),
        () -> false,
        memberId ->
            members
                .find(memberId)
                .filter(member -> member.partnerId().filter(partnerId::equals).isPresent())
                .filter(member -> balance.hasBegun(member, at))
                .ifPresent(member -> people.add(line(member, at))));
    return new PartnerStandingView(
        partnerId,
        people.stream().sorted(MOST_FIRST).toList(),
        people.stream().mapToLong(PersonLine::earned).sum());
  }

  private PersonLine line(Member member, Instant at) {
    Standing standing = balance.standing(member, at);
    return new PersonLine(member.id(), member.name(), standing.level(), standing.earned());
  }
}
