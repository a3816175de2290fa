package services.dataminer.points.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.activity.ActivityLedger;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Earned;
import services.dataminer.points.ledger.activity.Posted;
import services.dataminer.points.ledger.activity.Posted.Granted;
import services.dataminer.points.ledger.directory.Directory;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.directory.Partner;
import services.dataminer.points.ledger.directory.Partners;
import services.dataminer.points.ledger.directory.Pseudonyms;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfers;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.membership.MembershipYear;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Members and what they earned on a table of a test's own, without assessing activities: an
/// activity here is what was granted for it.
public final class Bookkeeping {

  public static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  public static final LocalDate SIGNED_UP_ON = LocalDate.parse("2023-04-12");
  private static final Editor ADMIN = new Editor("grace", Instant.parse("2023-04-12T08:00:00Z"));

  private final LocalTable local;
  private final Table table;
  private final Members members;
  private final Partners partners;
  private final Entries entries;
  private final Transfers transfers;
  private final Map<String, LocalDate> signedUp = new HashMap<>();

  public Bookkeeping(LocalTable local) {
    this.local = local;
    table = local.table();
    var directory =
        new Directory(
            new Pseudonyms(() -> new byte[32]), List.of("skyline.be"), RuleBookYaml.shipped());
    members = new Members(table, directory);
    partners = new Partners(table, directory);
    entries = new Entries(table);
    transfers = new Transfers(table);
  }

  public LocalTable local() {
    return local;
  }

  public Table table() {
    return table;
  }

  public Members members() {
    return members;
  }

  public void partner(String id) {
    partners.save(new Partner(id, id, Partner.Kind.BUSINESS, List.of(id + ".example")), ADMIN);
  }

  /// Someone who signed up on 12 April 2023, with an address.
  public void member(String id) {
    member(id, true);
  }

  public void member(String id, boolean autoTransfer) {
    member(id, autoTransfer, Optional.empty(), id + "@acme.example");
  }

  public void member(String id, boolean autoTransfer, Optional<String> partner, String... emails) {
    save(id, autoTransfer, partner, SIGNED_UP_ON, emails);
  }

  /// Someone who signed up on another day.
  public void memberSince(String id, String signedUpOn) {
    LocalDate on = LocalDate.parse(signedUpOn);
    save(id, true, Optional.empty(), on, id + "@acme.example");
    signedUp.put(id, on);
  }

  private void save(
      String id, boolean autoTransfer, Optional<String> partner, LocalDate on, String... emails) {
    var member =
        new Member(
            id,
            "Name of " + id,
            List.of(emails),
            List.of(),
            List.of(),
            partner,
            on,
            autoTransfer,
            Map.of());
    members.save(member, ADMIN);
  }

  /// Grants an activity's points, or changes what was granted of it: the difference is an entry.
  ///
  /// @param points what the member has of it from now on
  public void grant(String member, String activity, String earnedOn, long points) {
    LocalDate on = LocalDate.parse(earnedOn);
    grant(member, activity, on, on.atTime(12, 0).atZone(BRUSSELS).toInstant(), points);
  }

  /// The same, earned at another time than noon in Brussels.
  public void grant(String member, String activity, LocalDate on, Instant at, long points) {
    var id = ActivityId.calendar(activity);
    var key = Keys.activity(id);
    ActivityRecord before =
        ActivityLedger.in(table.read(List.of(key)), id, ActivityKind.VIRTUAL_MEETING);
    var earned = new Earned(at, on);
    LocalDate year = MembershipYear.of(signedUp.getOrDefault(member, SIGNED_UP_ON), on).from();
    long had = Optional.ofNullable(before.granted().get(member)).map(Granted::points).orElse(0L);
    var granted = new TreeMap<>(before.granted());
    // As in the ledger: a difference counts where the award counted that still stands.
    LocalDate counts = had == 0 ? year : granted.get(member).year();
    granted.put(member, new Granted(member, points, counts));
    ActivityRecord after =
        before.withPosted(
            before.version() + 1,
            new Posted(Optional.of(earned), granted, new TreeSet<>(), new TreeSet<>()));
    var transaction = table.transaction();
    transaction.put(key, Document.of(after), Condition.version(before.version()));
    new Entry(
            member,
            id,
            after.version(),
            points > had || had == 0 ? EntryKind.AWARD : EntryKind.REVERSAL,
            points - had,
            earned.at(),
            on,
            earned.at(),
            counts,
            Optional.of("2023-03-28"),
            "granted in a test")
        .writeTo(transaction);
    table.write(transaction);
  }

  /// Reserves a transfer asked for on 14 September 2026.
  public Transfer reserve(String member, String id, long points) {
    LocalDate on = LocalDate.parse("2026-09-14");
    Instant at = on.atTime(12, 0).atZone(BRUSSELS).toInstant();
    LocalDate year = MembershipYear.of(signedUp.getOrDefault(member, SIGNED_UP_ON), on).from();
    Transfer transfer = Transfer.of(member, id, points, points, at, on, year);
    transfers.reserve(transfer, Condition.NONE, "asked for in a test", at);
    return transfer;
  }

  /// Changes a number behind the ledger's back.
  public void tamper(Key key, String attribute, long value) {
    var number = AttributeValue.fromN(Long.toString(value));
    table.change(key, new Change().set(attribute, number));
  }

  public Balance balance(String member) {
    return entries.balance(member);
  }

  /// All entries, newest first.
  public List<Entry> entries(String member) {
    return entries.all(member, new Entries.Days(Optional.empty(), Optional.empty()));
  }
}
