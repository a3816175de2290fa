package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import services.dataminer.points.application.directory.SaveShow;
import services.dataminer.points.functions.field.PreviewParameter;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.SaveOutcome;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.program.activity.Show;

/// `/v1/shows/{id}`: a show, its days, and the event types with which calendars book at its booth.
@Singleton
class ShowResource {

  private static final int LONGEST_NAME = 200;
  private static final int MOST_DAYS = 31;
  private static final int MOST_EVENT_TYPES = 40;

  private final Shows shows;
  private final SaveShow saving;
  private final AdminAccess access;

  ShowResource(Shows shows, SaveShow saving, AdminAccess access) {
    this.shows = shows;
    this.saving = saving;
    this.access = access;
  }

  private record Entered(Show show, List<Long> eventTypes) {}

  record ShowView(
      String id,
      String name,
      LocalDate startsOn,
      LocalDate endsOn,
      String timeZone,
      List<Long> calendarEventTypes) {

    static ShowView of(Show show, List<Long> eventTypes) {
      return new ShowView(
          show.id(),
          show.name(),
          show.startsOn(),
          show.endsOn(),
          show.timeZone().getId(),
          eventTypes);
    }
  }

  APIGatewayV2HTTPResponse get(Request request) {
    String id = ChosenId.SHOW.in(request);
    return shows
        .find(id)
        .map(item -> Responses.ok(ShowView.of(item.show(), item.calendarEventTypes())))
        .orElseThrow(() -> Problem.unknown("show", id).asException());
  }

  /// Enters a show, or tells what that would come to.
  APIGatewayV2HTTPResponse put(Request request) {
    Editor editor = access.editor(request);
    Entered entered = DirectoryEntry.read(request, ChosenId.SHOW, ShowResource::entered);
    SaveOutcome outcome =
        PreviewParameter.isSet(request)
            ? saving.preview(entered.show(), entered.eventTypes())
            : saving.save(entered.show(), entered.eventTypes(), editor);
    SaveOutcome.Done done = DirectoryEntry.done(outcome);
    return DirectoryEntry.answer(done, ShowView.of(entered.show(), entered.eventTypes()));
  }

  private static Entered entered(String id, Fields body) {
    String name = body.words("name", LONGEST_NAME);
    LocalDate startsOn = body.date("startsOn");
    LocalDate endsOn = body.date("endsOn");
    ZoneId timeZone = body.at("timeZone").zone();
    List<Long> eventTypes =
        body.list(
            "calendarEventTypes",
            0,
            MOST_EVENT_TYPES,
            DirectoryEntry.once(type -> type.whole(1, Long.MAX_VALUE)));
    if (body.sound("startsOn", "endsOn")) {
      if (endsOn.isBefore(startsOn)) {
        body.addViolation("endsOn", "must not be before startsOn");
      } else if (!endsOn.isBefore(startsOn.plusDays(MOST_DAYS))) {
        body.addViolation(
            "endsOn", "must end the show within " + MOST_DAYS + " days, counting the first");
      }
    }
    return new Entered(new Show(id, name, startsOn, endsOn, timeZone), eventTypes);
  }
}
