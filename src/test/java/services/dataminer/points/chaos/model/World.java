package services.dataminer.points.chaos.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who and what there is: partners with their people, shows, the catalogue.
public record World(
    List<Partner> partners, List<Person> people, List<Show> shows, Map<String, Course> catalogue) {

  /// Where the program's days begin and end.
  public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

  public static final String SKYLINE = "skyline.be";

  public record Partner(String id, String domain) {}

  /// When someone signs up.
  public enum Joining {
    BEFORE,
    LATER,
    NEVER
  }

  /// @param addresses the first is at the partner's domain
  /// @param account the name on `https://lms.example`
  /// @param automatic whether all points go to DOJO by themselves
  public record Person(
      String id,
      String partner,
      List<String> addresses,
      String account,
      LocalDate signedUpOn,
      Joining joining,
      boolean automatic) {

    /// What decides a tie: the member id, or the address of someone who is not a member yet.
    String key() {
      return joining == Joining.BEFORE ? id : addresses.getFirst();
    }
  }

  /// @param late whether it is entered after its meetings were booked
  public record Show(
      String id, LocalDate startsOn, LocalDate endsOn, ZoneId zone, long eventType, boolean late) {

    Instant opensAt() {
      return startsOn.atStartOfDay(zone).toInstant();
    }

    public boolean isOn(Instant at) {
      LocalDate day = at.atZone(zone).toLocalDate();
      return !day.isBefore(startsOn) && !day.isAfter(endsOn);
    }
  }

  /// @param enrolled points for enrolling; 0 for a quiz
  /// @param done points for completing or passing
  public record Course(boolean quiz, long enrolled, long done, boolean late) {}

  Optional<Person> personAt(String address) {
    return people.stream().filter(person -> person.addresses().contains(address)).findFirst();
  }

  Optional<Person> person(String id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst();
  }

  Optional<String> partnerAt(String domain) {
    return partners.stream()
        .filter(partner -> partner.domain().equals(domain))
        .map(Partner::id)
        .findFirst();
  }
}
