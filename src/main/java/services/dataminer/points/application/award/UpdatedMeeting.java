package services.dataminer.points.application.award;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import services.dataminer.points.application.message.MeetingMessage.ReassessmentScope;
import services.dataminer.points.ledger.activity.ActivityRecord;
import services.dataminer.points.ledger.activity.Dependency;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.StoredVenue;
import services.dataminer.points.ledger.directory.DirectorySnapshot;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booking.Medium;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Meeting;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.award.ActivityState;

/// A meeting with the facts of a message added. What was looked up when it was first assessed
/// stays; only a request to reassess it looks up more.
///
/// @param before as the ledger has it
/// @param meeting as known now
/// @param scope what of the directory to look up anew
record UpdatedMeeting(ActivityRecord before, Meeting meeting, ReassessmentScope scope) {

  /// @param facts new ones, with people by their pseudonyms
  /// @param asked how far the message asks to reassess
  static UpdatedMeeting of(
      ActivityRecord before, List<MeetingFact> facts, ReassessmentScope asked) {
    return new UpdatedMeeting(before, before.meeting().with(facts), scope(before, asked));
  }

  /// Only what is refused can be reassessed in everything, and only what was assessed at all.
  ///
  /// A wait that an interrupted writing left out can start only if the person is still missing:
  /// then the missing are looked up as well.
  private static ReassessmentScope scope(ActivityRecord before, ReassessmentScope asked) {
    if (before.decision().isEmpty()) {
      return ReassessmentScope.NOTHING;
    }
    if (asked == ReassessmentScope.EVERYTHING && !before.isIn(ActivityState.REFUSED)) {
      return ReassessmentScope.NOTHING;
    }
    return asked == ReassessmentScope.NOTHING && lacksADependency(before)
        ? ReassessmentScope.MISSING
        : asked;
  }

  private static boolean lacksADependency(ActivityRecord before) {
    return before.people().entrySet().stream()
        .filter(person -> person.getValue().isUnclaimed() && before.concerns(person.getValue()))
        .anyMatch(
            person -> !Dependency.onMember(person.getKey(), person.getValue()).isNotedIn(before));
  }

  /// Whom to look up again.
  List<Address> addresses() {
    return scope == ReassessmentScope.NOTHING ? List.of() : keptAddresses();
  }

  private List<Address> keptAddresses() {
    return before.people().values().stream().flatMap(person -> person.address().stream()).toList();
  }

  /// Whom else to look up again: an erased person's address may have been entered for someone
  /// since.
  List<Pseudonym> unclaimed() {
    return scope == ReassessmentScope.NOTHING
        ? List.of()
        : before.people().entrySet().stream()
            .filter(person -> person.getValue().isUnclaimed())
            .map(Map.Entry::getKey)
            .toList();
  }

  /// The booth to look up. A message that moves a meeting, or changes its place, need not say at
  /// which booth it is.
  Optional<Booth> booth() {
    return meeting
        .booking()
        .filter(booking -> scope != ReassessmentScope.NOTHING || !stays(booking))
        .flatMap(Booking::booth);
  }

  /// Who everyone named by the facts that count is, as first assessed; those who were missing, as
  /// of now. Whom no fact names any more is forgotten.
  ///
  /// @param named by the message
  Map<Pseudonym, Participant> people(Collection<Address> named, DirectorySnapshot directory) {
    var people = new HashMap<Pseudonym, Participant>();
    before.people().forEach((who, person) -> people.put(who, current(who, person, directory)));
    if (scope == ReassessmentScope.EVERYTHING) {
      people.putAll(directory.people(keptAddresses()));
    }
    directory.people(named).forEach(people::putIfAbsent);
    people.keySet().retainAll(meeting.named());
    return people;
  }

  /// Someone known, with what was read about them: a sign-up, or its corrected date.
  private static Participant current(
      Pseudonym who, Participant person, DirectorySnapshot directory) {
    if (person.partnerId().isEmpty()) {
      return person;
    }
    return directory
        .member(who)
        .map(
            member ->
                person.isUnclaimed()
                    ? person.claimedBy(member.memberId(), member.signedUpOn())
                    : person.memberId().equals(Optional.of(member.memberId()))
                        ? person.signedUpOn(member.signedUpOn())
                        : person)
        .orElse(person);
  }

  /// The booth of the booking, as first assessed unless the booking moved or the show was missing.
  /// A video call misses no show: only a meeting in person is at one.
  Optional<Venue> venue(DirectorySnapshot directory) {
    return meeting
        .booking()
        .map(
            booking ->
                before
                    .venue()
                    .filter(_ -> stays(booking))
                    .map(StoredVenue::venue)
                    .orElseGet(() -> directory.venue(booking)));
  }

  private boolean stays(Booking booking) {
    Predicate<Booking> same =
        was ->
            was.booth().equals(booking.booth())
                && was.startsAt().equals(booking.startsAt())
                && was.place() == booking.place();
    boolean inPerson = booking.place() == Medium.IN_PERSON;
    boolean missing = before.venue().flatMap(StoredVenue::show).isEmpty();
    boolean lookAgain =
        switch (scope) {
          case NOTHING -> false;
          case MISSING -> inPerson && missing;
          case VENUE -> inPerson;
          case EVERYTHING -> true;
        };
    return !lookAgain && before.meeting().booking().filter(same).isPresent();
  }

  /// What the decided meeting misses: sign-ups of the partners' people, and a show on its day.
  /// Everyone else whose address it keeps is waited for as well, so that the address can be found.
  List<Dependency> dependencies(ActivityRecord decided, DirectorySnapshot directory) {
    var dependencies = new ArrayList<Dependency>();
    decided
        .people()
        .forEach(
            (who, person) -> {
              if (person.isUnclaimed() && decided.concerns(person)) {
                dependencies.add(Dependency.onMember(who, person));
              } else if (person.memberId().isEmpty() && person.hasAddress()) {
                dependencies.add(Dependency.onAddress(who));
              }
            });
    if (decided.kind() == ActivityKind.EXHIBITION_MEETING && decided.show().isEmpty()) {
      meeting
          .booking()
          .flatMap(Booking::booth)
          .map(directory::dependencyOn)
          .ifPresent(dependencies::add);
    }
    return dependencies;
  }
}
