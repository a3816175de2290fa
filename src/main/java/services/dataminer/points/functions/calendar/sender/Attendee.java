package services.dataminer.points.functions.calendar.sender;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import services.dataminer.points.functions.field.AddressField;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.address.MailAddress;

/// Someone on a calendar's list of attendees.
///
/// @param noShow whether marked as not having come
public record Attendee(MailAddress address, boolean noShow) {

  /// More people in one body are refused: no meeting has as many.
  public static final int MOST = 90;

  /// How many entries of a list are read; duplicates and the host do not count as attendees.
  public static final int MOST_LISTED = 500;

  /// A list of `{"email","noShow","responseStatus"}`, of whom those have come who are not marked
  /// and did not decline.
  ///
  /// @param least how many it must name
  public static List<Attendee> listed(Value list, int least) {
    return list.list(
        least,
        MOST_LISTED,
        entry ->
            entry.object(
                attendee -> new Attendee(AddressField.of(attendee.at("email")), isAway(attendee))));
  }

  /// Automations fill in `noShow` though nobody looked, so that it does not speak for those who
  /// declined.
  private static boolean isAway(Fields attendee) {
    boolean noShow = attendee.optional("noShow", Value::flag).orElse(false);
    return declined(attendee) || noShow;
  }

  private static boolean declined(Fields attendee) {
    return attendee
        .optional("responseStatus", status -> status.text(100))
        .filter("declined"::equalsIgnoreCase)
        .isPresent();
  }

  /// The people of a meeting, noting where there are too many.
  ///
  /// @param list where that is noted
  public static List<Identity> identities(Collection<MailAddress> people, Value list) {
    Set<MailAddress> each = Set.copyOf(people);
    if (each.size() > MOST) {
      list.addViolation("must name at most " + MOST + " people, guests included");
    }
    return each.stream().map(MailAddress::identity).toList();
  }
}
