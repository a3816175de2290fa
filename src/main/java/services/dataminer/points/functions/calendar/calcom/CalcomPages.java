package services.dataminer.points.functions.calendar.calcom;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import services.dataminer.points.application.calendar.BookingRecords;
import services.dataminer.points.application.calendar.BookingRecords.BookingRecord;
import services.dataminer.points.application.calendar.BookingRecords.Page;
import services.dataminer.points.functions.calendar.calcom.CalcomApi.Position;
import services.dataminer.points.functions.calendar.calcom.CalcomApi.Response;
import services.dataminer.points.ledger.watermark.Watermark;
import services.dataminer.points.ledger.watermark.Watermark.Walk;

/// The bookings that changed since a watermark, page by page, each as often as it changes.
///
/// Where pages are ordered by the time of the last change, the next one begins at the last time of
/// the one before. Skipping would miss a booking: one that changes while pages are read moves to
/// the end of the list, and all behind it move up. Only within one instant is there no other way
/// than to skip. Where pages follow a cursor, their order says nothing of time, and the watermark
/// moves after the last one.
final class CalcomPages implements BookingRecords.Pages {

  /// Cal.com dates a change before it is there for us to see.
  static final Duration OVERLAP = Duration.ofMinutes(1);

  /// How far one instant is skipped through at a time: half a page may change meanwhile.
  private static final int STEP = CalcomApi.PAGE / 2;

  private final CalcomReader reader;
  private final boolean byCursor;
  private final Instant begunAt;
  private final Function<JsonNode, Optional<BookingRecord>> readable;
  private final Map<String, Instant> seen = new HashMap<>();
  private Watermark mark;
  private Position position;
  private boolean read;

  /// @param begunAt the scheduled time of the run
  /// @param readable reads a booking, if it makes sense
  CalcomPages(
      CalcomReader reader,
      boolean byCursor,
      Watermark mark,
      Instant begunAt,
      Function<JsonNode, Optional<BookingRecord>> readable) {
    this.reader = reader;
    this.byCursor = byCursor;
    this.begunAt = begunAt;
    this.readable = readable;
    // A host that went back to pages without cursors understands none.
    this.mark = byCursor ? mark : new Watermark(mark.readTo(), Optional.empty(), mark.version());
    this.position =
        new Position(mark.readTo().minus(OVERLAP), 0, this.mark.walk().map(Walk::cursor));
  }

  @Override
  public boolean isRead() {
    return read;
  }

  @Override
  public Optional<Page> next() {
    Response answer = reader.page(position);
    if (answer instanceof Response.Misunderstood && position.cursor().isPresent()) {
      // Cursors may grow too old to go on from: the walk begins anew.
      mark = new Watermark(mark.readTo(), Optional.empty(), mark.version());
      position = new Position(position.updatedFrom(), 0, Optional.empty());
      answer = reader.page(position);
    }
    return switch (answer) {
      case Response.Found found when found.body().path("data").isArray() ->
          Optional.of(page(found.body()));
      case Response.Found _, Response.Unknown _, Response.Misunderstood _ -> {
        reader.close(
            "Cal.com's list of bookings was not found: check CalcomApiUrl and CalcomOrganization");
        yield Optional.empty();
      }
      case Response.Refused _, Response.Busy _, Response.Absent _ -> Optional.empty();
    };
  }

  private Page page(JsonNode body) {
    List<JsonNode> data = StreamSupport.stream(body.path("data").spliterator(), false).toList();
    Optional<Instant> last =
        data.stream().flatMap(b -> CalcomRecord.changedAt(b).stream()).max(Instant::compareTo);
    List<JsonNode> fresh = fresh(data);
    if (byCursor) {
      walk(body.path("pagination"), last);
    } else {
      goOn(body.path("pagination"), data, last, fresh.isEmpty());
    }
    List<BookingRecord> records =
        fresh.stream().flatMap(booking -> readable.apply(booking).stream()).toList();
    return new Page(fresh.size(), records, mark);
  }

  private List<JsonNode> fresh(List<JsonNode> data) {
    var fresh = new ArrayList<JsonNode>();
    for (JsonNode booking : data) {
      Instant changedAt = CalcomRecord.changedAt(booking).orElse(Instant.MAX);
      String version = booking.path("id") + " " + booking.path("uid") + " " + changedAt;
      if (seen.putIfAbsent(version, changedAt) == null) {
        fresh.add(booking);
      }
    }
    return fresh;
  }

  /// How many there are in all is not to be relied on: some hosts count regardless of the filter.
  private void goOn(
      JsonNode pagination, List<JsonNode> data, Optional<Instant> last, boolean nothingNew) {
    boolean full = data.size() >= CalcomApi.PAGE;
    boolean more = pagination.path("hasNextPage").asBoolean(full);
    read = data.isEmpty() || !more || !full && nothingNew;
    Instant readTo = last.filter(mark.readTo()::isBefore).orElse(mark.readTo());
    mark = new Watermark(readTo, Optional.empty(), mark.version());
    // A millisecond earlier: whether the time itself is included is for the host to say.
    Optional<Instant> from =
        last.map(at -> at.minusMillis(1)).filter(position.updatedFrom()::isBefore);
    position =
        from.map(at -> new Position(at, 0, Optional.empty()))
            .orElseGet(
                () ->
                    new Position(position.updatedFrom(), position.skip() + STEP, Optional.empty()));
    seen.values().removeIf(at -> at.isBefore(position.updatedFrom()));
  }

  private void walk(JsonNode pagination, Optional<Instant> last) {
    Instant reached = mark.walk().map(Walk::reaches).orElse(mark.readTo());
    Instant reaches = last.filter(reached::isBefore).orElse(reached);
    Instant since = mark.walk().map(Walk::begunAt).orElse(begunAt);
    Optional<String> cursor =
        Optional.of(pagination.path("nextCursor").asText(""))
            .filter(next -> !next.isEmpty() && !next.equals("null"))
            .filter(_ -> pagination.path("hasMore").asBoolean(true))
            .filter(next -> !position.cursor().equals(Optional.of(next)));
    read = cursor.isEmpty();
    if (read) {
      // What changed after the walk began may have been passed before it changed.
      Instant readTo = reaches.isBefore(since) ? reaches : since;
      mark =
          new Watermark(
              readTo.isAfter(mark.readTo()) ? readTo : mark.readTo(),
              Optional.empty(),
              mark.version());
    } else {
      mark =
          new Watermark(
              mark.readTo(), cursor.map(c -> new Walk(c, reaches, since)), mark.version());
    }
    position = new Position(position.updatedFrom(), 0, cursor);
  }
}
