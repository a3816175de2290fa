package services.dataminer.points.functions.calendar.calcom;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Cal.com's API, as far as bookings are read from it.
public interface CalcomApi {

  /// How many bookings a page has at most; the API gives no more.
  int PAGE = 100;

  /// Where in the list of bookings a page begins.
  ///
  /// @param updatedFrom the earliest last change of a booking listed
  /// @param skip how many of those are passed over; not where there is a cursor
  /// @param cursor what the page before gave, in the versions of the API that have cursors
  record Position(Instant updatedFrom, int skip, Optional<String> cursor) {}

  /// What came of a question.
  sealed interface Response {

    /// Answered.
    ///
    /// @param body the answer's JSON
    record Found(JsonNode body) implements Response {}

    /// There is no such booking, or none any more.
    record Unknown() implements Response {}

    /// The question makes no sense to the API: a cursor may have grown too old.
    record Misunderstood(int status) implements Response {}

    /// The key does not let us in.
    record Refused(int status) implements Response {}

    /// Asked to come again.
    ///
    /// @param what the answer's status
    /// @param pause how long it asks to wait, if it says so
    record Busy(String what, Optional<Duration> pause) implements Response {}

    /// No answer, or none that makes sense.
    ///
    /// @param what there was instead; without personal data
    record Absent(String what) implements Response {}
  }

  /// One booking by its uid; a series' own uid gives the array of its bookings.
  Response booking(String uid);

  /// A page of the bookings changed since a time.
  Response page(Position position);

  /// Whether pages follow each other by a cursor and not by the time of the last change.
  boolean pagesByCursor();
}
