package services.dataminer.points.ledger.table;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.Pseudonym;

/// Where everything is in the one table. Ids are checked where they come in and hold no `#`.
public final class Keys {

  public static final String MEMBER = "MEMBER#";
  public static final String ENTRY = "ENTRY#";
  public static final String PART = "PART#";
  public static final String WAITING = "WAITING#";
  public static final String MEETING = "MEETING#";
  public static final String COURSE = "COURSE#";
  public static final String TRANSFER = "TRANSFER#";
  public static final String REASSESSMENT = "REASSESSMENT#";

  private static final String ACTIVITY = "ACTIVITY#";
  private static final String SHOW = "SHOW#";

  /// A partition takes a thousand write units a second, a change of a meeting two and more.
  private static final int MEETING_PARTITIONS = 8;

  /// Of one width, so that text order is time order.
  private static final DateTimeFormatter SORTABLE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Keys() {}

  /// An instant as part of a sort key.
  public static String sortable(Instant instant) {
    return SORTABLE.format(instant);
  }

  public static String memberPartition(String memberId) {
    return MEMBER + memberId;
  }

  public static Key member(String memberId) {
    return new Key(memberPartition(memberId), "PROFILE");
  }

  public static Key balance(String memberId) {
    return new Key(memberPartition(memberId), "BALANCE");
  }

  /// The links to a member's statement that work.
  public static Key links(String memberId) {
    return new Key(memberPartition(memberId), "LINKS");
  }

  /// Whose statement a link leads to.
  ///
  /// @param token whatever a link's path ends with; the table knows no more of it than its hash
  public static Key link(String token) {
    return sole("LINK#" + sha256(token));
  }

  /// Whose partition a key is in.
  ///
  /// @param key of anything in a member's partition
  public static String memberOf(Key key) {
    return key.pk().substring(MEMBER.length());
  }

  /// A member's transfer to DOJO.
  public static Key transfer(String memberId, String transferId) {
    return new Key(memberPartition(memberId), TRANSFER + transferId);
  }

  /// @param revision the activity's version that wrote the entry
  public static Key entry(String memberId, Instant at, ActivityId activity, long revision) {
    return new Key(
        memberPartition(memberId), ENTRY + sortable(at) + "#" + activity + "#" + revision);
  }

  /// The member's pointer to an activity without an entry.
  public static Key part(String memberId, ActivityId activity) {
    return new Key(memberPartition(memberId), PART + activity);
  }

  public static Key partner(String partnerId) {
    return new Key("PARTNER#" + partnerId, "PARTNER");
  }

  public static Key show(String showId) {
    return new Key(SHOW + showId, "SHOW");
  }

  /// @param pseudonym never an address itself
  public static Key identity(Pseudonym pseudonym) {
    return sole("IDENTITY#" + pseudonym);
  }

  public static Key domain(String name) {
    return sole("DOMAIN#" + name);
  }

  public static Key eventType(long id) {
    return sole("EVENTTYPE#" + id);
  }

  /// @param courseId an IRI, which may have any length and any characters; its hash has neither
  public static Key course(String courseId) {
    return sole(COURSE + sha256(courseId));
  }

  /// @param id a UUID in lower case
  public static Key statement(String id) {
    return sole("STATEMENT#" + id);
  }

  /// How far a calendar's records have been read.
  public static Key watermark(String calendar) {
    return sole("WATERMARK#" + calendar);
  }

  /// A night that was divided into shards.
  ///
  /// @param kind names it among the kinds of nights
  public static Key night(String kind, Instant scheduledAt) {
    return new Key(nightsOf(kind), sortable(scheduledAt));
  }

  /// Where the divided nights of a kind are, in the order of time.
  public static String nightsOf(String kind) {
    return "NIGHT#" + kind;
  }

  public static Key activity(ActivityId id) {
    return new Key(ACTIVITY + id, "ACTIVITY");
  }

  /// A request to assess an activity again.
  public static Key reassessment(ActivityId id, Instant at) {
    return new Key(activity(id).pk(), REASSESSMENT + sortable(at));
  }

  /// Whose key it is.
  ///
  /// @throws IllegalArgumentException if it is no activity's
  public static ActivityId activityOf(Key key) {
    if (!key.pk().startsWith(ACTIVITY)) {
      throw new IllegalArgumentException("not the key of an activity: " + key);
    }
    return new ActivityId(key.pk().substring(ACTIVITY.length()));
  }

  /// A statement that is kept beside an activity; those of one series stand in the order of time.
  ///
  /// @param statementId a UUID in lower case
  public static Key further(ActivityId activity, int series, Instant at, String statementId) {
    return new Key(activity(activity).pk(), furtherIn(series) + sortable(at) + "#" + statementId);
  }

  /// What the sort keys of a series of further statements begin with.
  public static String furtherIn(int series) {
    return "STATEMENT#" + series + "#";
  }

  /// A course or quiz that statements name and the catalogue lacks.
  public static Key missing(String courseId) {
    return new Key("MISSING", course(courseId).pk());
  }

  /// The entries of the catalogue whose ids are nearly the same.
  ///
  /// @param form what these ids have in common
  public static String nearPartition(String form) {
    return "NEAR#" + sha256(form);
  }

  /// The sort key of a chunk of an activity's people, where they are too many for its own item.
  public static String chunk(int number) {
    return String.format(Locale.ROOT, "PEOPLE#%03d", number);
  }

  /// How much of an action's cap a member used in a period.
  ///
  /// @param period names it among the periods of its kind
  public static Key cap(String memberId, String action, String period) {
    return new Key(memberPartition(memberId), "CAP#" + action + "#" + period);
  }

  /// What a reconciliation found to differ at a member.
  public static Key drift(String memberId, String found) {
    return new Key(memberPartition(memberId), "DRIFT#" + found);
  }

  /// A show's meeting; those of one partner stand together.
  public static Key meeting(String showId, String partnerId, ActivityId activity) {
    return new Key(meetingPartition(showId, partnerId), meetingsOf(partnerId) + activity);
  }

  public static String meetingsOf(String partnerId) {
    return MEETING + partnerId + "#";
  }

  /// Where a partner's meetings at a show are. Everyone's in one partition would be too many writes
  /// for it in a show's last hour.
  public static String meetingPartition(String showId, String partnerId) {
    return meetingPartition(showId, Math.floorMod(partnerId.hashCode(), MEETING_PARTITIONS));
  }

  /// Where the meetings at a show are.
  public static List<String> meetingPartitions(String showId) {
    return IntStream.range(0, MEETING_PARTITIONS)
        .mapToObj(number -> meetingPartition(showId, number))
        .toList();
  }

  private static String meetingPartition(String showId, int number) {
    return SHOW + showId + "#" + number;
  }

  /// The show at which a meeting is.
  public static String showOf(Key meeting) {
    return meeting.pk().substring(SHOW.length(), meeting.pk().lastIndexOf('#'));
  }

  /// The partner whose meeting it is.
  ///
  /// @param place the sort key of a meeting, or as much of it as names the partner
  public static String partnerOf(String place) {
    return place.split("#", 3)[1];
  }

  /// An activity that waits for something the table does not hold yet.
  public static Key waiting(Key missing, ActivityId activity) {
    return new Key(missing.pk(), WAITING + activity);
  }

  /// A text of any length and any characters as part of a key.
  public static String sha256(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Hashes.sha256(text));
  }

  private static Key sole(String name) {
    return new Key(name, name);
  }
}
