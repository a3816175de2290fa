package services.dataminer.points.functions.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.platform.mail.MailAddress;
import services.dataminer.points.program.activity.Identity;

/// Someone on a calendar's list of attendees.
///
/// @param noShow whether marked as not having come
record Attendee(MailAddress address, boolean noShow) {

  /// More people at one meeting are refused: their points would not fit into one transaction.
  static final int MOST = 90;

  /// How many entries of a list are read; duplicates and the host do not count as attendees.
  static final int MOST_LISTED = 500;

  /// A list of `{"email","noShow"}`, of whom those not marked have come.
  ///
  /// @param least how many it must name
  static List<Attendee> listed(Value list, int least) {
    return list.list(
        least,
        MOST_LISTED,
        entry ->
            entry.object(
                attendee ->
                    new Attendee(
                        attendee.at("email").address(),
                        attendee.optional("noShow", Value::flag).orElse(false))));
  }

  /// The people of a meeting, noting where there are too many.
  ///
  /// @param list where that is noted
  static List<Identity> identities(Collection<MailAddress> people, Value list) {
    Set<MailAddress> each = Set.copyOf(people);
    if (each.size() > MOST) {
      list.fault("must name at most " + MOST + " people, guests included");
    }
    return each.stream().map(MailAddress::identity).toList();
  }
}
