package services.dataminer.points.ledger.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.directory.MemberLists;

@WholeSuite
class RosterTest {

  private static final LocalDate NIGHT = LocalDate.parse("2026-09-15");
  private static final List<String> ALL = IntStream.range(0, 90).mapToObj(i -> "m" + i).toList();

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final Roster roster = new Roster(books.table(), new MemberLists(books.table()));

  @BeforeEach
  void ninetyMembers() {
    books.local().enter(table -> ALL.forEach(new Bookkeeping(table)::member));
  }

  private List<String> night(LocalDate night) {
    var seen = new ArrayList<String>();
    assertThat(roster.ofNight(night, seen::addAll)).isTrue();
    return seen;
  }

  private static List<String> inPart(int part) {
    return ALL.stream().filter(member -> MemberLists.part(member) == part).sorted().toList();
  }

  @Test
  void Thirty_nights_go_through_all_members_once_and_then_begin_again() {
    var seen = new ArrayList<String>();
    for (int i = 0; i < MemberLists.PARTS; i++) {
      seen.addAll(night(NIGHT.plusDays(i)));
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(night(NIGHT.plusDays(30))).isEqualTo(inPart(0)).isNotEmpty();
  }

  @Test
  void A_night_that_is_run_again_advances_nothing_not_even_after_later_ones() {
    night(NIGHT);
    assertThat(night(NIGHT)).isEmpty();

    assertThat(night(NIGHT.plusDays(1))).isEqualTo(inPart(1));
    assertThat(night(NIGHT)).isEmpty();
    assertThat(night(NIGHT.plusDays(1))).isEmpty();
  }

  @Test
  void Nights_that_were_left_out_leave_no_one_out() {
    night(NIGHT);

    assertThat(night(NIGHT.plusDays(7))).isEqualTo(inPart(1));
    assertThat(night(NIGHT.plusDays(3))).as("made up for").isEqualTo(inPart(2));
  }

  @Test
  void A_night_run_for_a_year_far_ahead_keeps_no_other_from_its_part() {
    night(NIGHT.plusYears(70));

    assertThat(night(NIGHT)).isEqualTo(inPart(1));
    assertThat(night(NIGHT.plusDays(1))).isEqualTo(inPart(2));
  }

  @Test
  void A_night_that_stopped_is_gone_on_with_before_the_next() {
    var small = new Roster(books.table(), new MemberLists(books.table()), 2);
    var seen = new ArrayList<String>();

    boolean through = small.ofNight(NIGHT, page -> seen.size() < 2 && seen.addAll(page));

    assertThat(through).isFalse();
    assertThat(seen).isEqualTo(inPart(0).subList(0, 2));
    var rest = new ArrayList<>(inPart(0).subList(2, inPart(0).size()));
    rest.addAll(inPart(1));
    assertThat(night(NIGHT.plusDays(1))).isEqualTo(rest);
  }

  @Test
  void A_run_that_finds_another_at_work_leaves_the_part_to_it() {
    var seen = new ArrayList<String>();
    boolean through =
        roster.ofNight(
            NIGHT,
            page -> {
              seen.addAll(page);
              return roster.ofNight(NIGHT, seen::addAll);
            });

    assertThat(through).isTrue();
    assertThat(seen).containsAll(inPart(0));
    assertThat(night(NIGHT)).isEmpty();
  }

  @Test
  void Everyone_is_all_members() {
    var seen = new ArrayList<String>();

    assertThat(roster.ofEveryone(seen::addAll)).isTrue();

    assertThat(seen).containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(roster.ofEveryone(_ -> false)).isFalse();
  }
}
