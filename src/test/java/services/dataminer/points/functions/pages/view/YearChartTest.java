package services.dataminer.points.functions.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.functions.pages.view.YearChart.Mark;
import services.dataminer.points.functions.pages.view.YearChart.Threshold;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.membership.MembershipYear;

@DisplayName("The chart of a year of 365 days, 720 wide and 202 high")
class YearChartTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-04-12");
  private static final MembershipYear YEAR = MembershipYear.of(FIRST, FIRST);

  /// @param entries each a day of the year and points
  private static YearChart chart(long... entries) {
    Stream<Entry> all =
        Stream.iterate(0, i -> i < entries.length, i -> i + 2)
            .map(i -> entry(FIRST.plusDays(entries[i]), entries[i + 1]));
    return YearChart.of(
        YEAR, FIRST.plusDays(73), all.toList(), RuleBookYaml.shipped().levelsOn(FIRST));
  }

  private static Entry entry(LocalDate day, long points) {
    return new Entry(
        "ada",
        ActivityId.calendar("a" + day + points),
        1,
        EntryKind.AWARD,
        points,
        Instant.EPOCH,
        day,
        Instant.EPOCH,
        FIRST,
        Optional.empty(),
        "why");
  }

  @Test
  @DisplayName("begins at nothing, and reaches from there to the next level")
  void empty() {
    assertThat(chart().steps()).isEqualTo("M0 220H144");
    assertThat(chart().lines()).containsExactly(new Threshold("Advocate", 750, 18));
    assertThat(chart().marks()).isEmpty();
  }

  @Test
  @DisplayName("goes up once a day, by all that the day brought, and marks it")
  void steps() {
    YearChart chart = chart(73, 375, 73, 375);

    assertThat(chart.lines()).extracting(Threshold::level).containsExactly("Advocate", "Enabler");
    assertThat(chart.marks())
        .extracting(Mark::x, Mark::points)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(144L, 750L));
    assertThat(chart.steps()).isEqualTo("M0 220H144V190H144");
  }

  @Test
  @DisplayName("marks weeks in place of more than eighty days")
  void weeks() {
    long[] days = LongStream.range(0, 90).flatMap(day -> LongStream.of(day, 5)).toArray();

    List<Mark> marks = chart(days).marks();

    assertThat(marks).hasSize(13);
    assertThat(marks.getFirst().day()).isEqualTo(FIRST.plusDays(6));
    assertThat(marks.getFirst().label(new Formats(Locale.UK, ZoneOffset.UTC)))
        .isEqualTo("+35 in the week to 18 Apr 2026");
    assertThat(marks.getLast().points()).isEqualTo(30);
    assertThat(chart(Arrays.copyOf(days, 160)).marks())
        .hasSize(80)
        .noneMatch(Mark::isOfWeek)
        .extracting(mark -> mark.label(new Formats(Locale.UK, ZoneOffset.UTC)))
        .startsWith("+5 on 12 Apr 2026");
  }

  @Test
  @DisplayName("shows what is below nothing below the line, which it draws then only")
  void below() {
    YearChart chart = chart(0, -750);

    assertThat(chart.steps()).isEqualTo("M0 119H0V220H144");
    assertThat(List.of(chart.marks().getFirst().y())).containsExactly(220L);
    assertThat(chart.zeroY()).isEqualTo(119);
    assertThat(chart.goesBelowZero()).isTrue();
    assertThat(chart(0, 750).goesBelowZero()).isFalse();
  }
}
