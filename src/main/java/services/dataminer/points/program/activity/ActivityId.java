package services.dataminer.points.program.activity;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import services.dataminer.points.program.activity.CourseFact.Milestone;
import services.dataminer.points.program.hash.Sha256;

/// The name under which an activity is known everywhere: a prefix that says where it comes from, a
/// colon, and the id it has there.
///
/// @param value such as `calcom:cZQK3k` or `show:ibc-2026:acme`; at most 200 visible ASCII
///   characters, without `#`, which separates the parts of a key
public record ActivityId(String value) implements Comparable<ActivityId> {

  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z-]{0,18}:[!-~&&[^#]]{1,180}");

  private static final String TRANSFER = "transfer:";

  public ActivityId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an activity id: " + value);
    }
  }

  /// Whether a text has the shape of an activity id.
  public static boolean isValid(String value) {
    return value != null && SHAPE.matcher(value).matches();
  }

  /// A Cal.com booking, by its uid.
  public static ActivityId calcom(String uid) {
    return new ActivityId("calcom:" + uid);
  }

  /// A meeting of any other calendar, by the id its sender gave it.
  public static ActivityId calendar(String meetingId) {
    return new ActivityId("calendar:" + meetingId);
  }

  /// The settlement of one partner's meetings at one show.
  public static ActivityId show(String showId, String partnerId) {
    return new ActivityId("show:" + showId + ":" + partnerId);
  }

  /// A member's transfer to DOJO, which moves points without being an activity that earns any.
  public static ActivityId transfer(String transferId) {
    return new ActivityId(TRANSFER + transferId);
  }

  /// What an administrator records.
  ///
  /// @param id chosen by the administrator, for activities of that kind
  public static ActivityId recorded(ActivityKind kind, String id) {
    return new ActivityId(kind.label() + ":" + id);
  }

  /// A member's milestone in a course or quiz, whichever of the member's identities is named.
  public static ActivityId ofMember(String memberId, String courseId, Milestone milestone) {
    return learning("member", memberId, courseId, milestone);
  }

  /// A learner's milestone in a course or quiz, as long as no member is known by the identity.
  ///
  /// @param learner never an address itself
  public static ActivityId ofLearner(Identity learner, String courseId, Milestone milestone) {
    return learning("learner", learner.value(), courseId, milestone);
  }

  /// The object's IRI may have any length and any characters; its hash has neither.
  private static ActivityId learning(String as, String who, String courseId, Milestone milestone) {
    String named = String.join("\n", as, who, milestone.name(), courseId);
    return new ActivityId(
        "xapi:" + Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(named)));
  }

  /// Whether this is the settlement of a show, which only its meetings can change.
  public boolean isShow() {
    return value.startsWith("show:");
  }

  /// The transfer that this is, if it is none of the activities that earn points.
  public Optional<String> transfer() {
    return value.startsWith(TRANSFER)
        ? Optional.of(value.substring(TRANSFER.length()))
        : Optional.empty();
  }

  @Override
  public int compareTo(ActivityId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
