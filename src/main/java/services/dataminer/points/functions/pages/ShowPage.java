package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.template.JteshowGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.ShowView;
import services.dataminer.points.functions.pages.view.ShowView.Meeting;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Request;

/// `GET /admin/shows/{id}`: a show and its meetings, before and after its settlement.
@Singleton
public class ShowPage {

  private final ApiCalls api;

  public ShowPage(ApiCalls api) {
    this.api = api;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    Map<String, String> id = Map.of("id", request.pathParameter("id"));
    JsonNode show =
        api.asAdministrator(request, visitor, Call.get("GET /v1/shows/{id}", id, Map.of()));
    Map<String, String> query = new HashMap<>();
    request.query("cursor").ifPresent(cursor -> query.put("cursor", cursor));
    JsonNode page =
        api.asAdministrator(request, visitor, Call.get("GET /v1/shows/{id}/meetings", id, query));
    List<Meeting> meetings =
        StreamSupport.stream(page.path("meetings").spliterator(), false)
            .map(ShowPage::meeting)
            .toList();
    var view =
        new ShowView(
            show.path("id").asText(),
            show.path("name").asText(),
            LocalDate.parse(show.path("startsOn").asText()),
            LocalDate.parse(show.path("endsOn").asText()),
            ZoneId.of(show.path("timeZone").asText()),
            meetings,
            Optional.ofNullable(page.path("next").textValue()));
    var frame =
        new PageFrame(
            view.name(),
            "/admin/shows/" + view.id(),
            Optional.of(visitor),
            Formats.of(request, view.timeZone()));
    return HtmlResponses.page(200, html -> JteshowGenerated.render(html, null, frame, view));
  }

  private static Meeting meeting(JsonNode one) {
    return new Meeting(
        one.path("id").asText(),
        Optional.ofNullable(one.path("partnerId").textValue()),
        one.path("state").asText(),
        Instant.parse(one.path("startsAt").asText()),
        one.path("points").asLong(),
        one.path("people").asLong(),
        one.path("reason").asText());
  }
}
