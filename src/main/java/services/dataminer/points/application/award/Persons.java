package services.dataminer.points.application.award;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.award.Person;

/// The people of an activity as the rules see them.
final class Persons {

  private Persons() {}

  static SortedMap<Pseudonym, Person> of(Map<Pseudonym, Participant> people) {
    var persons = new TreeMap<Pseudonym, Person>();
    people.forEach((who, participant) -> persons.put(who, participant.person(who)));
    return persons;
  }
}
