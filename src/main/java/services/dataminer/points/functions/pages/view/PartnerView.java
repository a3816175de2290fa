package services.dataminer.points.functions.pages.view;

import java.util.List;
import services.dataminer.points.application.standing.ReadPartnerShows.PartnerShow;
import services.dataminer.points.application.standing.ReadPartnerStanding.Person;

/// A partner's people and meetings at shows.
///
/// @param people whoever earned most first
/// @param shows the latest first
public record PartnerView(String name, List<Person> people, List<PartnerShow> shows) {

  /// What all people earned, each in the membership year under way.
  public long points() {
    return people.stream().mapToLong(person -> person.standing().earned()).sum();
  }
}
