package services.dataminer.points.ledger.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.Requests;
import services.dataminer.points.ledger.Writes;
import services.dataminer.points.ledger.directory.DirectorySearch.Wanted;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.Show;

@WholeSuite
class DirectorySearchTest {

  private static final Editor GRACE = new Editor("grace", Instant.parse("2026-09-14T10:00:00Z"));
  private static final Directory DIRECTORY =
      new Directory(
          new Pseudonyms(() -> new byte[32]), List.of("skyline.be"), RuleBookYaml.shipped());

  private final LocalTable local = LocalTable.fresh();
  private final Bookkeeping books = new Bookkeeping(local);
  private final Requests requests = new Requests();
  private final Writes writes = new Writes();
  private final Table table = local.through(requests, writes).table();
  private final DirectorySearch search = new DirectorySearch(table, new MemberLists(table));
  private final Partners partners = new Partners(table, DIRECTORY);
  private final Shows shows = new Shows(table);
  private final Courses courses = new Courses(table);

  private SaveOutcome partner(String id, String name, String... domains) {
    return partners.save(new Partner(id, name, Partner.Kind.BUSINESS, List.of(domains)), GRACE);
  }

  private SaveOutcome show(String id, String name) {
    var day = LocalDate.parse("2026-09-11");
    var show = new Show(id, name, day, day, ZoneId.of("Europe/Amsterdam"));
    return shows.save(show, List.of(1131L), GRACE);
  }

  private SaveOutcome course(String id, String title) {
    return courses.save(new Course(id, title, new Course.ForQuiz(25)), GRACE);
  }

  private static Wanted wanted(String text, int limit) {
    return new Wanted(SearchText.of(text), Optional.empty(), limit);
  }

  /// Reads all pages.
  private static <T> List<List<T>> pages(String text, int limit, Function<Wanted, Page<T>> list) {
    var pages = new ArrayList<List<T>>();
    Optional<PageCursor> after = Optional.empty();
    do {
      Page<T> page = list.apply(new Wanted(SearchText.of(text), after, limit));
      pages.add(page.items());
      after = page.next();
    } while (after.isPresent());
    return pages;
  }

  private List<String> membersFoundBy(String text) {
    return search.members(wanted(text, 50)).items().stream().map(Member::id).toList();
  }

  private List<String> partnersFoundBy(String text) {
    return search.partners(wanted(text, 50)).items().stream().map(Partner::id).toList();
  }

  @Test
  void Members_come_in_the_order_of_ids_whichever_part_of_the_roster_has_them() {
    List<String> ids = IntStream.range(0, 45).mapToObj("m%02d"::formatted).toList();
    local.enter(table -> ids.reversed().forEach(new Bookkeeping(table)::member));

    List<List<Member>> pages = pages("", 20, search::members);

    assertThat(pages).extracting(List::size).containsExactly(20, 20, 5);
    assertThat(pages.stream().flatMap(List::stream).map(Member::id)).isEqualTo(ids);
  }

  @Test
  void Members_come_in_the_order_of_ids_though_one_part_of_the_roster_has_most_of_them() {
    List<String> crowded =
        IntStream.range(0, 100_000)
            .mapToObj("m%05d"::formatted)
            .filter(id -> MemberLists.part(id) == 0)
            .limit(DirectorySearch.AHEAD + 5)
            .toList();
    List<String> ids = Stream.concat(crowded.stream(), Stream.of("a", "n", "z")).sorted().toList();
    local.enter(table -> ids.forEach(new Bookkeeping(table)::member));
    long before = requests.itemsRead();

    List<List<Member>> pages = pages("", 50, search::members);

    assertThat(pages.stream().flatMap(List::stream).map(Member::id)).isEqualTo(ids);
    assertThat(pages).hasSize(2);
    assertThat(requests.itemsRead() - before).isLessThan(3L * ids.size());
  }

  @Test
  void A_member_is_found_by_id_name_and_address_and_not_by_what_others_have() {
    books.member("m1", true, Optional.empty(), "ada@acme.example", "lopez@home.example");
    books.member("m2", true, Optional.empty(), "ben@acme.example");

    assertThat(membersFoundBy("M2")).containsExactly("m2");
    assertThat(membersFoundBy("name of m1")).containsExactly("m1");
    assertThat(membersFoundBy("Lopez@Home")).containsExactly("m1");
    assertThat(membersFoundBy("@acme.example")).containsExactly("m1", "m2");
    assertThat(membersFoundBy("carla")).isEmpty();
  }

  @Test
  void Someone_who_was_erased_is_on_no_page() {
    books.member("ada");
    books.member("ben");
    books.members().erase("ada", () -> false, GRACE);

    assertThat(membersFoundBy("")).containsExactly("ben");
    assertThat(membersFoundBy("ada")).isEmpty();
  }

  @Test
  void A_partner_is_found_by_id_name_and_domain_as_they_are_now() {
    partner("acme", "Acme Broadcast", "acme.example");
    partner("umbrella", "Umbrella", "rain.example");

    partner("acme", "Apex", "apex.example");

    assertThat(partnersFoundBy("")).containsExactly("acme", "umbrella");
    assertThat(partnersFoundBy("ACM")).containsExactly("acme");
    assertThat(partnersFoundBy("apex.ex")).containsExactly("acme");
    assertThat(partnersFoundBy("rain")).containsExactly("umbrella");
    assertThat(partnersFoundBy("broadcast")).isEmpty();
  }

  @Test
  void A_show_is_found_by_id_and_name() {
    show("ibc-2026", "IBC");
    assertThat(search.shows(wanted("2026", 50)).items())
        .extracting(Show::id)
        .containsExactly("ibc-2026");
    assertThat(search.shows(wanted("ibc", 50)).items()).hasSize(1);
    assertThat(search.shows(wanted("nab", 50)).items()).isEmpty();
  }

  @Test
  void Courses_come_in_the_order_of_ids_however_long_these_are() {
    String longId = "https://lms.example/" + "\ud83d\ude80".repeat(900);
    List<String> ids =
        List.of(
            "https://lms.example/a",
            "https://lms.example/a?id=1",
            "https://lms.example/b",
            longId,
            longId + "2");
    ids.reversed().forEach(id -> course(id, "Agile"));

    List<List<Course>> pages = pages("agile", 1, search::courses);

    assertThat(pages).extracting(List::size).containsExactly(1, 1, 1, 1, 1);
    List<String> found = pages.stream().map(page -> page.getFirst().id()).toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(found.subList(0, 3)).isEqualTo(ids.subList(0, 3));
    assertThat(search.courses(wanted("A?ID=1", 50)).items()).hasSize(1);
  }

  @Test
  @DisplayName("A page that is full has a next one only if something else would be found")
  void A_full_page_has_a_next_one_only_if_something_else_would_be_found() {
    partner("a", "One");
    partner("b", "One");
    partner("c", "Two");

    assertThat(search.partners(wanted("one", 2)).next()).isEmpty();
    assertThat(search.partners(wanted("", 3)).next()).isEmpty();
    assertThat(search.partners(wanted("one", 1)).next()).isPresent();
  }

  @Test
  void A_search_that_finds_nothing_for_long_stops_and_goes_on_from_there() {
    int count = DirectorySearch.MOST_READ + 1;
    for (int i = 0; i < count; i++) {
      partner("p%03d".formatted(i), i == count - 1 ? "Needle" : "Hay");
    }
    long before = requests.itemsRead();

    Page<Partner> first = search.partners(wanted("needle", 50));

    assertThat(first.items()).isEmpty();
    assertThat(first.next()).isPresent();
    assertThat(requests.itemsRead() - before).isEqualTo(count + DirectorySearch.MOST_READ);
    Page<Partner> second = search.partners(new Wanted(SearchText.of("needle"), first.next(), 50));
    assertThat(second.items()).extracting(Partner::name).containsExactly("Needle");
    assertThat(second.next()).isEmpty();
  }

  @Test
  void The_lists_cost_one_more_item_when_an_entry_is_created_and_nothing_afterwards() {
    partner("acme", "Acme");
    assertThat(writes.changed()).contains("PARTNERS PARTNER#acme").hasSize(2);
    show("ibc", "IBC");
    assertThat(writes.changed()).contains("SHOWS SHOW#ibc").hasSize(5);
    course("https://lms.example/a", "Agile");
    assertThat(writes.changed()).contains("COURSES ID#https://lms.example/a").hasSize(9);
    writes.clear();

    partner("acme", "Apex");
    show("ibc", "IBC 2026");
    course("https://lms.example/a", "Scrum");

    assertThat(writes.changed())
        .hasSize(6)
        .noneMatch(key -> key.startsWith("PARTNERS ") || key.startsWith("SHOWS "))
        .noneMatch(key -> key.startsWith("COURSES "));
  }

  @Test
  void What_was_entered_before_there_were_lists_is_listed_once_it_is_entered_again() {
    enterOneOfEach();
    table.write(
        table
            .transaction()
            .delete(DirectoryList.PARTNERS.row("acme"))
            .delete(DirectoryList.SHOWS.row("ibc"))
            .delete(DirectoryList.COURSES.row("https://lms.example/a")));
    assertThat(partnersFoundBy("")).isEmpty();

    assertThat(enterOneOfEach())
        .allSatisfy(done -> assertThat(done).isEqualTo(new SaveOutcome.Done(false, false)));

    assertThat(partnersFoundBy("")).containsExactly("acme");
    assertThat(search.shows(wanted("", 50)).items()).hasSize(1);
    assertThat(search.courses(wanted("", 50)).items()).hasSize(1);
    writes.clear();
    enterOneOfEach();
    assertThat(writes.requests()).isZero();
  }

  private List<SaveOutcome> enterOneOfEach() {
    return List.of(
        partner("acme", "Acme"), show("ibc", "IBC"), course("https://lms.example/a", "Agile"));
  }
}
