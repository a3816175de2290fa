package services.dataminer.points.application.standing;

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

/// Reads where a partner's people stand, each in the own membership year; those whose membership
/// has begun.
@Singleton
public class ReadPartnerStanding {

  private static final int AT_A_TIME = 8;
  private static final Comparator<Person> MOST_FIRST =
      Comparator.comparing((Person person) -> person.standing().earned())
          .reversed()
          .thenComparing(person -> person.member().id());

  private final MemberLists lists;
  private final Members members;
  private final ReadStanding standings;
  private final WorkerPool workers = new WorkerPool(AT_A_TIME);

  public ReadPartnerStanding(MemberLists lists, Members members, ReadStanding standings) {
    this.lists = lists;
    this.members = members;
    this.standings = standings;
  }

  /// One of a partner's people.
  public record Person(Member member, Standing standing) {}

  /// The partner's people at a moment, whoever earned most in the year first.
  public List<Person> read(String partnerId, Instant at) {
    Queue<Person> people = new ConcurrentLinkedQueue<>();
    workers.each(
        lists.peopleOf(partnerId),
        () -> false,
        memberId ->
            members
                .find(memberId)
                .filter(member -> member.partnerId().filter(partnerId::equals).isPresent())
                .ifPresent(
                    member -> {
                      switch (standings.read(member, at)) {
                        case ReadStanding.Outcome.Found(Standing standing, _) ->
                            people.add(new Person(member, standing));
                        case ReadStanding.Outcome.NotBegun _ -> {}
                      }
                    }));
    return people.stream().sorted(MOST_FIRST).toList();
  }
}
