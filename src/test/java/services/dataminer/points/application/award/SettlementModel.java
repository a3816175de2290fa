package services.dataminer.points.application.award;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the program pays for meetings at shows, written from its rules and not from the code: no
/// ledger, no nights, no differences, no fractions. It keeps what is known of each meeting and
/// works out from that alone what everyone has in the end.
final class SettlementModel {

  static final String CUSTOMER = "carl";

  /// Divisible by every number of people, so that points in twelfths are whole.
  private static final long TWELFTHS = 12;

  /// Where a body says that the meeting is.
  enum Place {
    IBC,
    SATIS,
    BETWEEN_SHOWS,
    CALL
  }

  /// All that is known of one meeting.
  private static final class Known {
    final List<String> attendees;
    final String booker;
    final Map<String, String> partners = new HashMap<>();
    final Set<String> forgotten = new HashSet<>();
    final Map<String, Integer> markedAt = new HashMap<>();
    final Set<String> absent = new HashSet<>();
    Optional<Place> place = Optional.empty();
    int placedAt;
    boolean ended;
    boolean calledOff;

    Known(List<String> attendees, String booker) {
      this.attendees = attendees;
      this.booker = booker;
    }

    List<String> present() {
      return attendees.stream().filter(who -> !absent.contains(who)).toList();
    }

    List<String> presentOf(String partner) {
      return present().stream().filter(who -> partner.equals(partners.get(who))).toList();
    }

    /// The partner whose award it is: the booker's or, at a booth, the only one present.
    Optional<String> partner() {
      Optional<String> bookers = Optional.ofNullable(partners.get(booker));
      List<String> all =
          present().stream().filter(partners::containsKey).map(partners::get).distinct().toList();
      boolean only = place.get() != Place.CALL && all.size() == 1;
      return bookers.or(() -> only ? Optional.of(all.getFirst()) : Optional.empty());
    }

    /// The partner that it pays or, once it has ended, will pay; empty if it is refused.
    Optional<String> pays() {
      return place.get() == Place.BETWEEN_SHOWS
          ? Optional.empty()
          : partner().filter(partner -> !presentOf(partner).isEmpty());
    }

    boolean counts() {
      return place.isPresent() && ended && !calledOff;
    }

    /// A meeting that pays keeps the addresses of the partner's people only.
    void forget() {
      if (place.isPresent() && !calledOff) {
        pays()
            .ifPresent(
                partner ->
                    attendees.stream()
                        .filter(who -> partners.get(who) == null)
                        .forEach(forgotten::add));
      }
    }
  }

  private final Map<String, String> partners = new HashMap<>();
  private final Map<String, Known> meetings = new TreeMap<>();

  void partner(String person, String partner) {
    partners.put(person, partner);
  }

  /// @param attendees the customer is one more
  void meeting(String id, List<String> attendees, String booker) {
    meetings.put(id, new Known(attendees, booker));
  }

  /// The latest body tells where; the first tells who everyone is.
  void told(String id, Place place, int at) {
    Known meeting = meetings.get(id);
    if (meeting.place.isEmpty()) {
      meeting.attendees.forEach(who -> meeting.partners.put(who, partners.get(who)));
    }
    if (meeting.place.isEmpty() || at > meeting.placedAt) {
      meeting.place = Optional.of(place);
      meeting.placedAt = at;
    }
    meeting.forget();
  }

  void ended(String id) {
    meetings.get(id).ended = true;
  }

  void calledOff(String id) {
    meetings.get(id).calledOff = true;
  }

  /// The latest mark of a person counts.
  void marked(String id, String person, boolean absent, int at) {
    Known meeting = meetings.get(id);
    if (at > meeting.markedAt.getOrDefault(person, Integer.MIN_VALUE)) {
      meeting.markedAt.put(person, at);
      if (absent) {
        meeting.absent.add(person);
      } else {
        meeting.absent.remove(person);
      }
    }
    meeting.forget();
  }

  /// Only what is refused is reassessed, and by the directory of today.
  void reassessed(String id) {
    Known meeting = meetings.get(id);
    if (meeting.place.isPresent() && !meeting.calledOff && meeting.pays().isEmpty()) {
      meeting.attendees.stream()
          .filter(who -> !meeting.forgotten.contains(who))
          .forEach(who -> meeting.partners.put(who, partners.get(who)));
      meeting.forget();
    }
  }

  /// What each settlement of a show pays everyone, by its id; what a call pays, by the call's.
  Map<String, Map<String, Long>> shares() {
    var twelfths = new TreeMap<String, Map<String, Long>>();
    meetings.forEach(
        (id, meeting) -> {
          if (meeting.counts()) {
            meeting.pays().ifPresent(partner -> add(twelfths, id, meeting, partner));
          }
        });
    var shares = new TreeMap<String, Map<String, Long>>();
    twelfths.forEach((divided, parts) -> shares.put(divided, divide(divided, parts)));
    return shares;
  }

  private static void add(
      Map<String, Map<String, Long>> twelfths, String id, Known meeting, String partner) {
    String divided =
        switch (meeting.place.get()) {
          case IBC -> "show:ibc-2026:" + partner;
          case SATIS -> "show:satis-2026:" + partner;
          case CALL -> "calcom:" + id;
          case BETWEEN_SHOWS -> throw new AssertionError("pays nothing");
        };
    long points = meeting.place.get() == Place.CALL ? 100 : 500;
    List<String> sharing = meeting.presentOf(partner);
    var parts = twelfths.computeIfAbsent(divided, _ -> new TreeMap<>());
    sharing.forEach(who -> parts.merge(who, points * TWELFTHS / sharing.size(), Long::sum));
  }

  private static Map<String, Long> divide(String divided, Map<String, Long> twelfths) {
    var shares = new TreeMap<String, Long>();
    twelfths.forEach((who, part) -> shares.put(who, part / TWELFTHS));
    long total = twelfths.values().stream().mapToLong(Long::longValue).sum() / TWELFTHS;
    long odd = total - shares.values().stream().mapToLong(Long::longValue).sum();
    var byRemainder = new ArrayList<>(twelfths.keySet());
    byRemainder.sort(
        Comparator.comparing((String who) -> -(twelfths.get(who) % TWELFTHS))
            .thenComparing(who -> sha256(divided + "\n" + who)));
    byRemainder.stream().limit(odd).forEach(who -> shares.merge(who, 1L, Long::sum));
    return shares;
  }

  private static BigInteger sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
