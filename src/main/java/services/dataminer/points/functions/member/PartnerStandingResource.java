package services.dataminer.points.functions.member;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import services.dataminer.points.application.standing.ReadPartnerStanding;
import services.dataminer.points.application.standing.ReadPartnerStanding.Person;
import services.dataminer.points.program.rules.Level;

/// `GET /v1/partners/{id}/standing`: where a partner's people stand.
@Singleton
class PartnerStandingResource {

  private final ReadPartnerStanding standing;

  PartnerStandingResource(ReadPartnerStanding standing) {
    this.standing = standing;
  }

  record PartnerStandingView(String partnerId, List<PersonStandingView> people, long earned) {}

  record PersonStandingView(String memberId, String name, Level level, long earned) {

    static PersonStandingView of(Person person) {
      return new PersonStandingView(
          person.member().id(),
          person.member().name(),
          person.standing().level(),
          person.standing().earned());
    }
  }

  PartnerStandingView get(String partnerId, Instant at) {
    List<PersonStandingView> people =
        standing.read(partnerId, at).stream().map(PersonStandingView::of).toList();
    return new PartnerStandingView(
        partnerId, people, people.stream().mapToLong(PersonStandingView::earned).sum());
  }
}
