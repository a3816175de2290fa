package services.dataminer.points.ledger.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import services.dataminer.points.program.activity.Fact;
import services.dataminer.points.program.activity.Pseudonym;

/// What is known of an activity: what senders reported, and what the directory and the catalogue
/// said of it when it was first assessed.
///
/// @param facts those that prevail; none for the settlement of a show
/// @param people who everyone named is
/// @param venue the booth of a meeting
/// @param course the course or quiz
public record Known(
    List<Fact> facts,
    SortedMap<Pseudonym, Participant> people,
    Optional<StoredVenue> venue,
    Optional<StoredCourse> course) {

  static final Known NOTHING =
      new Known(List.of(), new TreeMap<>(), Optional.empty(), Optional.empty());

  public Known {
    facts = facts == null ? List.of() : List.copyOf(facts);
    people = people == null ? new TreeMap<>() : people;
  }

  Known withFacts(List<? extends Fact> factsNow, Map<Pseudonym, Participant> peopleNow) {
    return new Known(List.copyOf(factsNow), new TreeMap<>(peopleNow), venue, course);
  }

  Known withVenue(Optional<StoredVenue> venueNow) {
    return new Known(facts, people, venueNow, course);
  }

  Known withCourse(StoredCourse courseNow) {
    return new Known(facts, people, venue, Optional.of(courseNow));
  }
}
