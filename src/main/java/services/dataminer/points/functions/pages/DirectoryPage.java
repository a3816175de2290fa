package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.template.JtelistGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.ListView;
import services.dataminer.points.functions.pages.view.ListView.Row;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Request;

/// `GET /admin/members`, `/admin/partners`, `/admin/shows` and `/admin/courses`: the lists of the
/// directory, with a search.
@Singleton
public class DirectoryPage {

  private final ApiCalls api;
  private final ZoneId timeZone;

  public DirectoryPage(ApiCalls api, ZoneId timeZone) {
    this.api = api;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse members(Request request, Visitor visitor) {
    var list = new Listed("members", "member", List.of("Name", "Partner", "Id", "Signed up on"));
    return show(
        request,
        visitor,
        list,
        f ->
            one ->
                new Row(
                    "/admin/members/" + one.path("id").asText(),
                    list.form(one),
                    List.of(
                        one.path("name").asText(),
                        one.path("partnerId").asText("none"),
                        one.path("id").asText(),
                        day(one.path("signedUpOn"), f))));
  }

  public APIGatewayV2HTTPResponse partners(Request request, Visitor visitor) {
    var list = new Listed("partners", "partner", List.of("Name", "Kind", "Id", "E-mail domains"));
    return show(
        request,
        visitor,
        list,
        _ ->
            one ->
                new Row(
                    "/partner?id=" + one.path("id").asText(),
                    list.form(one),
                    List.of(
                        one.path("name").asText(),
                        Formats.phrase(one.path("kind").asText()),
                        one.path("id").asText(),
                        joined(one.path("domains")))));
  }

  public APIGatewayV2HTTPResponse shows(Request request, Visitor visitor) {
    var list = new Listed("shows", "show", List.of("Name", "First day", "Last day", "Id"));
    return show(
        request,
        visitor,
        list,
        f ->
            one ->
                new Row(
                    "/admin/shows/" + one.path("id").asText(),
                    list.form(one),
                    List.of(
                        one.path("name").asText(),
                        day(one.path("startsOn"), f),
                        day(one.path("endsOn"), f),
                        one.path("id").asText())));
  }

  public APIGatewayV2HTTPResponse courses(Request request, Visitor visitor) {
    var list = new Listed("courses", "course", List.of("Title", "Kind", "Pays", "Address"));
    return show(
        request,
        visitor,
        list,
        f ->
            one ->
                new Row(
                    list.form(one),
                    list.form(one),
                    List.of(
                        one.path("title").asText(),
                        Formats.phrase(one.path("kind").asText()),
                        pays(one.path("points"), f),
                        one.path("id").asText())));
  }

  /// @param what the plural, which names the list in the API and in the path
  /// @param form the last part of the path of its form
  private record Listed(String what, String form, List<String> columns) {

    String form(JsonNode one) {
      String id = URLEncoder.encode(one.path("id").asText(), StandardCharsets.UTF_8);
      return "/admin/entry/" + form + "?id=" + id;
    }
  }

  private APIGatewayV2HTTPResponse show(
      Request request,
      Visitor visitor,
      Listed list,
      Function<Formats, Function<JsonNode, Row>> rows) {
    Map<String, String> query = new LinkedHashMap<>();
    request.query("q").ifPresent(text -> query.put("query", text));
    request.query("cursor").ifPresent(cursor -> query.put("cursor", cursor));
    JsonNode page =
        api.asAdministrator(request, visitor, Call.get("GET /v1/" + list.what(), Map.of(), query));
    var frame =
        new PageFrame(
            Formats.phrase(list.what()),
            "/admin/" + list.what(),
            Optional.of(visitor),
            Formats.of(request, timeZone));
    var view =
        new ListView(
            "/admin/" + list.what(),
            list.what(),
            request.query("q").orElse(""),
            "/admin/entry/" + list.form(),
            list.columns(),
            StreamSupport.stream(page.path(list.what()).spliterator(), false)
                .map(rows.apply(frame.formats()))
                .toList(),
            Optional.ofNullable(page.path("next").textValue()));
    return HtmlResponses.page(200, html -> JtelistGenerated.render(html, null, frame, view));
  }

  private static String day(JsonNode date, Formats formats) {
    return formats.day(LocalDate.parse(date.asText()));
  }

  private static String joined(JsonNode texts) {
    return StreamSupport.stream(texts.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }

  private static String pays(JsonNode points, Formats formats) {
    return points.properties().stream()
        .map(one -> formats.points(one.getValue().asLong()) + " " + one.getKey())
        .collect(Collectors.joining(", "));
  }
}
