package services.dataminer.points.functions.calendar.sender;

import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.outage.Unavailable;

/// Something that sends webhooks about meetings: a calendar, or an automation beside one.
///
/// To add a sender, implement this in a package of its own beside `calcom` and `cloudevents`, and
/// put it on the list in `CalendarSenders`. Its secret gets a name in `Secrets`; what it reports
/// goes on as a `MeetingReport`, and nothing behind that knows senders.
public interface CalendarSender {

  /// Whether a request says by its headers that it is from this sender. Nothing is proven yet: a
  /// request that a sender claims is refused if its signature is wrong, and no other sender is
  /// asked.
  boolean claims(Request request);

  /// Reads a request that this sender claims, in this order: the signature of the bytes, compared
  /// in constant time, before a word of them is read (401); the media type (415); JSON (400); the
  /// meaning (422).
  ///
  /// @param body as it was sent
  /// @throws ProblemException where the webhook is refused
  /// @throws Unavailable if a secret cannot be read
  WebhookOutcome read(Request request, byte[] body);

  /// One response for every way to fail authentication, so that none can be distinguished.
  static ProblemException unauthorized() {
    return Problem.unauthorized("The signature is missing or invalid.", "Signature").asException();
  }
}
