package services.dataminer.points.functions.pages.view;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.program.membership.MembershipYear;
import services.dataminer.points.program.rules.Level;
import services.dataminer.points.program.rules.Levels;

/// The points of a membership year as steps, with the levels as lines and the days of earning as
/// marks.
///
/// @param steps the path of the steps, as SVG has it
/// @param lines the levels within sight
/// @param marks the days on which points came or went, each leading to its newest entry; weeks in
///   place of days where there would be too many
/// @param months where months begin
/// @param todayX where today is
/// @param zeroY where no points are: above the bottom in a year that went below zero
public record YearChart(
    String steps,
    List<Threshold> lines,
    List<Mark> marks,
    List<Month> months,
    long todayX,
    long zeroY) {

  public static final int WIDTH = 720;
  public static final int HEIGHT = 220;

  /// Room above the highest line, for its name.
  private static final int TOP = 18;

  private static final int MOST_MARKS = 80;

  /// A level.
  public record Threshold(String level, long points, long y) {}

  /// A day of earning, or the last such day of a week.
  ///
  /// @param points of the day, or of the week
  /// @param entryId the day's newest entry
  public record Mark(long x, long y, LocalDate day, boolean isOfWeek, long points, String entryId) {

    /// Such as `+100 on 1 May 2026`.
    public String label(Formats formats) {
      return "%s %s %s"
          .formatted(formats.signed(points), isOfWeek ? "in the week to" : "on", formats.day(day));
    }

    private Mark inWeekWith(Mark earlier) {
      return new Mark(x, y, day, true, earlier.points + points, entryId);
    }

    private Mark asWeek() {
      return new Mark(x, y, day, true, points, entryId);
    }
  }

  /// The first day of a month.
  public record Month(long x, LocalDate day) {}

  private record Scale(MembershipYear year, long lowest, long highest) {

    long x(LocalDate day) {
      long days = ChronoUnit.DAYS.between(year.from(), year.to());
      long since = Math.clamp(ChronoUnit.DAYS.between(year.from(), day), 0, days);
      return since * WIDTH / days;
    }

    long y(long points) {
      return HEIGHT - (points - lowest) * (HEIGHT - TOP) / (highest - lowest);
    }
  }

  /// @param entries those that count in the year, in any order
  static YearChart of(MembershipYear year, LocalDate today, List<Entry> entries, Levels levels) {
    var byDay = new TreeMap<LocalDate, List<Entry>>();
    entries.forEach(
        entry -> byDay.computeIfAbsent(entry.earnedOn(), _ -> new ArrayList<>()).add(entry));
    Scale scale = scale(year, byDay, levels);
    var steps = new StringBuilder("M0 ").append(scale.y(0));
    var marks = new ArrayList<Mark>();
    long sum = 0;
    for (Map.Entry<LocalDate, List<Entry>> day : byDay.entrySet()) {
      long points = day.getValue().stream().mapToLong(Entry::points).sum();
      sum += points;
      long x = scale.x(day.getKey());
      long y = scale.y(sum);
      steps.append('H').append(x).append('V').append(y);
      marks.add(new Mark(x, y, day.getKey(), false, points, day.getValue().getFirst().id()));
    }
    long now = scale.x(today);
    steps.append('H').append(now);
    return new YearChart(
        steps.toString(),
        lines(levels, scale),
        marks.size() <= MOST_MARKS ? marks : byWeek(marks, year),
        months(year, scale),
        now,
        scale.y(0));
  }

  /// Whether there is something below zero.
  public boolean goesBelowZero() {
    return zeroY < HEIGHT;
  }

  /// One mark for each week of the year, where its last one was.
  private static List<Mark> byWeek(List<Mark> days, MembershipYear year) {
    var weeks = new TreeMap<Long, Mark>();
    for (Mark day : days) {
      long week = ChronoUnit.DAYS.between(year.from(), day.day()) / 7;
      weeks.merge(week, day.asWeek(), (earlier, later) -> later.inWeekWith(earlier));
    }
    return List.copyOf(weeks.values());
  }

  private static Scale scale(
      MembershipYear year, TreeMap<LocalDate, List<Entry>> byDay, Levels levels) {
    long sum = 0;
    long lowest = 0;
    long most = 0;
    for (List<Entry> day : byDay.values()) {
      sum += day.stream().mapToLong(Entry::points).sum();
      lowest = Math.min(lowest, sum);
      most = Math.max(most, sum);
    }
    long next = levels.of(most).above().map(levels::threshold).orElse(most);
    return new Scale(year, lowest, Math.max(most, next));
  }

  private static List<Threshold> lines(Levels levels, Scale scale) {
    return EnumSet.range(Level.ADVOCATE, Level.CATALYST).stream()
        .filter(level -> levels.threshold(level) <= scale.highest())
        .map(
            level ->
                new Threshold(
                    LevelNames.of(level),
                    levels.threshold(level),
                    scale.y(levels.threshold(level))))
        .toList();
  }

  private static List<Month> months(MembershipYear year, Scale scale) {
    return year.from()
        .withDayOfMonth(1)
        .plusMonths(1)
        .datesUntil(year.to(), Period.ofMonths(1))
        .map(day -> new Month(scale.x(day), day))
        .toList();
  }

  /// Says in one sentence what the picture shows.
  public String summary() {
    return lines.stream()
        .map(line -> "%s at %d".formatted(line.level(), line.points()))
        .collect(Collectors.joining(", ", "Points of the year by day, with the levels ", ""));
  }
}
