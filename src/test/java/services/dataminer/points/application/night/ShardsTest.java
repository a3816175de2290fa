package services.dataminer.points.application.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import services.dataminer.points.ledger.night.NightKind;

@Label("The shards of a night")
class ShardsTest {

  private static final Instant AT = Instant.parse("2026-09-15T01:30:00Z");

  @Property(tries = 200)
  @Label("have all that is due, nothing twice, and what concerns one member together")
  void partition(
      @ForAll("ids") List<String> members,
      @ForAll("ids") List<String> owners,
      @ForAll @IntRange(min = 1, max = 40) int of) {
    List<String> transfers =
        owners.stream().flatMap(owner -> List.of(owner + ".t-1", owner + ".b.c").stream()).toList();

    List<DueTonight> shards =
        new DueTonight(NightKind.TRANSFERS, AT, members, transfers).shards(of);

    assertThat(shards).hasSize(of);
    assertThat(shards.stream().flatMap(shard -> shard.members().stream()))
        .containsExactlyInAnyOrderElementsOf(members);
    assertThat(shards.stream().flatMap(shard -> shard.transfers().stream()))
        .containsExactlyInAnyOrderElementsOf(transfers);
    var shardOf = new HashMap<String, Integer>();
    for (int number = 0; number < of; number++) {
      for (String member : shards.get(number).everyone()) {
        assertThat(shardOf.put(member, number)).as(member).isNull();
      }
    }
  }

  @Property(tries = 100)
  @Label("are the same when less is due, so that whoever puts them on the queue again fits")
  void stable(@ForAll("ids") List<String> members, @ForAll @IntRange(min = 1, max = 40) int of) {
    var before = new DueTonight(NightKind.BALANCES, AT, members, List.of()).shards(of);
    var fewer = new ArrayList<>(members.subList(members.size() / 2, members.size()));

    var after = new DueTonight(NightKind.BALANCES, AT, fewer, List.of()).shards(of);

    for (int number = 0; number < of; number++) {
      assertThat(before.get(number).members()).containsAll(after.get(number).members());
    }
  }

  @Provide
  Arbitrary<List<String>> ids() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withChars("_|-09")
        .ofMinLength(1)
        .ofMaxLength(64)
        .list()
        .uniqueElements()
        .ofMaxSize(60);
  }
}
