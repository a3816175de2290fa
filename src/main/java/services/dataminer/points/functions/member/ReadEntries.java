package services.dataminer.points.functions.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.platform.http.Cursor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.time.Rfc3339;

/// A member's entries, each with its reason.
@Singleton
class ReadEntries {

  private static final int PAGE = 100;

  private final Entries entries;

  ReadEntries(Entries entries) {
    this.entries = entries;
  }

  record Answer(
      List<Line> entries, @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {}

  record Line(
      String id,
      Instant at,
      LocalDate earnedOn,
      Instant recordedAt,
      EntryKind kind,
      long points,
      String activityId,
      String reason) {}

  Answer read(String memberId, Request request) {
    var days = new Entries.Days(day(request, "from"), day(request, "to"));
    var page = entries.page(memberId, days, Cursor.in(request, Keys.ENTRY), PAGE);
    return new Answer(
        page.entries().stream()
            .map(
                entry ->
                    new Line(
                        entry.id(),
                        entry.at(),
                        entry.earnedOn(),
                        entry.recordedAt(),
                        entry.kind(),
                        entry.points(),
                        entry.activityId().value(),
                        entry.reason()))
            .toList(),
        page.next().map(Cursor::of));
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
