package services.dataminer.points.functions.member;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.platform.http.Cursor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.time.Rfc3339;

/// `GET /v1/members/{id}/entries`: a member's entries, each with its reason.
@Singleton
class EntriesResource {

  private static final int PAGE = 100;

  /// An answer of a function has at most 6 MB.
  private static final int MOST_LINES = 10_000;

  private final Entries entries;

  EntriesResource(Entries entries) {
    this.entries = entries;
  }

  record EntriesPage(
      List<EntryView> entries, @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record EntryView(
      String id,
      Instant at,
      LocalDate earnedOn,
      Instant recordedAt,
      EntryKind kind,
      long points,
      String activityId,
      String reason) {}

  /// One page as JSON or, to whoever accepts `text/csv`, all pages as a table.
  APIGatewayV2HTTPResponse get(String memberId, Request request) {
    Entries.Days days = days(request);
    if (request.accepts("text/csv")) {
      return Responses.text("text/csv", EntryCsv.of(all(memberId, days)));
    }
    Optional<PageCursor> after = Cursor.in(request, Entries::cursor);
    if (after.filter(cursor -> !days.hold(cursor)).isPresent()) {
      throw Problem.invalidField(
              "cursor", "belongs to other dates: send the same from and to as for the first page")
          .asException();
    }
    var page = entries.page(memberId, days, after, PAGE);
    return Responses.ok(
        new EntriesPage(
            page.items().stream().map(EntriesResource::view).toList(),
            page.next().map(next -> Cursor.of(next.text()))));
  }

  private List<Entry> all(String memberId, Entries.Days days) {
    var page = entries.page(memberId, days, Optional.empty(), MOST_LINES);
    if (page.next().isPresent()) {
      throw Problem.invalidField(
              "from",
              "leaves more than " + MOST_LINES + " entries to export: export a year at a time")
          .asException();
    }
    return page.items();
  }

  private static EntryView view(Entry entry) {
    return new EntryView(
        entry.id(),
        entry.at(),
        entry.earnedOn(),
        entry.recordedAt(),
        entry.kind(),
        entry.points(),
        entry.activityId().value(),
        entry.reason());
  }

  private static Entries.Days days(Request request) {
    Optional<LocalDate> from = day(request, "from");
    Optional<LocalDate> to = day(request, "to");
    if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
      throw Problem.invalidField("from", "must not be after to").asException();
    }
    return new Entries.Days(from, to);
  }

  private static Optional<LocalDate> day(Request request, String name) {
    return request
        .query(name)
        .map(
            text ->
                Rfc3339.date(text)
                    .orElseThrow(
                        () ->
                            Problem.invalidField(name, "must be a date such as 2026-09-11")
                                .asException()));
  }
}
