package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import services.dataminer.points.ledger.directory.DirectoryList.Candidate;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.Show;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Finds members, partners, shows and courses by part of a name, title, id or address, in the order
/// of ids. Names and addresses are in no key, so a search reads entries and compares; how many one
/// call reads is limited. A page may therefore be short, even empty, while there is a next one.
@Singleton
public class DirectorySearch {

  /// How many entries one page reads at the most.
  static final int MOST_READ = 300;

  /// How many members are read ahead of each part of the roster.
  static final int AHEAD = 20;

  private final Table table;
  private final MemberLists members;

  public DirectorySearch(Table table, MemberLists members) {
    this.table = table;
    this.members = members;
  }

  /// What a page is made of.
  ///
  /// @param after the `next` of the page before, whatever that looked for
  /// @param limit how many entries at the most
  public record Wanted(SearchText text, Optional<PageCursor> after, int limit) {

    Optional<String> place() {
      return after.map(PageCursor::text);
    }
  }

  /// Members by name, id or mail address, erased ones not among them.
  public Page<Member> members(Wanted wanted) {
    return page(
        wanted,
        roster(wanted.place()),
        item ->
            Optional.of(Document.read(item, MemberItem.class))
                .filter(stored -> !stored.erased())
                .map(MemberItem::member),
        member -> Stream.concat(Stream.of(member.id(), member.name()), member.emails().stream()));
  }

  /// Partners by name, id or mail domain.
  public Page<Partner> partners(Wanted wanted) {
    return page(
        wanted,
        candidates(DirectoryList.PARTNERS, wanted),
        item -> Optional.of(Document.read(item, Partners.PartnerItem.class).partner()),
        partner ->
            Stream.concat(Stream.of(partner.id(), partner.name()), partner.domains().stream()));
  }

  /// Shows by name or id.
  public Page<Show> shows(Wanted wanted) {
    return page(
        wanted,
        candidates(DirectoryList.SHOWS, wanted),
        item -> Optional.of(Document.read(item, ShowItem.class).show()),
        show -> Stream.of(show.id(), show.name()));
  }

  /// Courses and quizzes by title or id.
  public Page<Course> courses(Wanted wanted) {
    return page(
        wanted,
        candidates(DirectoryList.COURSES, wanted),
        item -> Optional.of(Document.read(item, CourseItem.class).course()),
        course -> Stream.of(course.id(), course.title()));
  }

  /// A cursor of the members that was handed out as text.
  ///
  /// @return empty if it is none
  public static Optional<PageCursor> memberCursor(String text) {
    return Optional.of(text).filter(place -> place.startsWith(Keys.MEMBER)).map(PageCursor::new);
  }

  /// The same of the partners.
  public static Optional<PageCursor> partnerCursor(String text) {
    return cursor(DirectoryList.PARTNERS, text);
  }

  /// The same of the shows.
  public static Optional<PageCursor> showCursor(String text) {
    return cursor(DirectoryList.SHOWS, text);
  }

  /// The same of the courses.
  public static Optional<PageCursor> courseCursor(String text) {
    return cursor(DirectoryList.COURSES, text);
  }

  private static Optional<PageCursor> cursor(DirectoryList list, String text) {
    return Optional.of(text).filter(list::holds).map(PageCursor::new);
  }

  /// What comes next, at most [#MOST_READ], and whether anything may come after it.
  private record Ahead(List<Candidate> candidates, boolean more) {

    static Ahead of(List<Candidate> known, boolean unknownFollow) {
      return new Ahead(
          known.stream().limit(MOST_READ).toList(), unknownFollow || known.size() > MOST_READ);
    }
  }

  private Ahead candidates(DirectoryList list, Wanted wanted) {
    return Ahead.of(list.candidates(table, wanted.place(), MOST_READ + 1), false);
  }

  /// The members that come next, merged from the parts of the roster, each in the order of ids: as
  /// far as no part can have more that were not read.
  private Ahead roster(Optional<String> place) {
    Optional<String> after = place.map(text -> text.substring(Keys.MEMBER.length()));
    List<List<String>> parts =
        IntStream.range(0, MemberLists.PARTS)
            .mapToObj(part -> members.page(part, after, AHEAD))
            .toList();
    Optional<String> last =
        parts.stream()
            .filter(part -> part.size() == AHEAD)
            .map(List::getLast)
            .min(Comparator.naturalOrder());
    List<Candidate> known =
        parts.stream()
            .flatMap(List::stream)
            .filter(id -> last.isEmpty() || id.compareTo(last.get()) <= 0)
            .sorted()
            .map(id -> new Candidate(Keys.MEMBER + id, Keys.member(id)))
            .toList();
    return Ahead.of(known, last.isPresent());
  }

  /// Looks through candidates until there is one more than the page holds.
  ///
  /// @param reader empty for an entry that no list shows
  /// @param texts what the search goes through
  private <T> Page<T> page(
      Wanted wanted,
      Ahead ahead,
      Function<Map<String, AttributeValue>, Optional<T>> reader,
      Function<T, Stream<String>> texts) {
    var found = new ArrayList<T>();
    String place = "";
    List<Candidate> candidates = ahead.candidates();
    int end = candidates.size();
    for (int from = 0; from < end; from += wanted.limit() + 1) {
      List<Candidate> some = candidates.subList(from, Math.min(from + wanted.limit() + 1, end));
      var items = table.read(some.stream().map(Candidate::entry).toList());
      for (Candidate candidate : some) {
        Optional<T> entry =
            Optional.ofNullable(items.get(candidate.entry()))
                .flatMap(reader)
                .filter(one -> wanted.text().isIn(texts.apply(one)));
        if (entry.isPresent() && found.size() == wanted.limit()) {
          return new Page<>(found, Optional.of(new PageCursor(place)));
        }
        entry.ifPresent(found::add);
        place = candidate.place();
      }
    }
    return new Page<>(found, ahead.more() ? Optional.of(new PageCursor(place)) : Optional.empty());
  }
}
