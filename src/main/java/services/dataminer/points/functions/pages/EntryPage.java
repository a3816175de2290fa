package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.form.EntryForm;
import services.dataminer.points.functions.pages.form.EntryForm.Step;
import services.dataminer.points.functions.pages.form.EntryForms;
import services.dataminer.points.functions.pages.form.FieldKind;
import services.dataminer.points.functions.pages.form.FormField;
import services.dataminer.points.functions.pages.form.FormJson;
import services.dataminer.points.functions.pages.form.FormView;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.template.JteentryGenerated;
import services.dataminer.points.functions.pages.view.ActivityLinks;
import services.dataminer.points.functions.pages.view.ForeseenView;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// `/admin/entry/{what}`: a form that enters something, new or, with its `id` in the query, as it
/// is stored. Other parameters of the query fill the fields of their names.
@Singleton
public class EntryPage {

  private static final int LIMIT_BYTES = 128 * 1024;

  /// Goes with a form that replaces: what its sender saw of the entry, as a hash.
  private static final FormField SEEN = FormField.needed("seen", "", "", new FieldKind.Hidden());

  /// The same: the id of the entry that the form changes; empty where it enters a new one.
  private static final FormField CHANGES =
      FormField.needed("changes", "", "", new FieldKind.Hidden());

  private final EntryForms forms;
  private final Sessions sessions;
  private final ApiCalls api;
  private final ZoneId timeZone;

  public EntryPage(EntryForms forms, Sessions sessions, ApiCalls api, ZoneId timeZone) {
    this.forms = forms;
    this.sessions = sessions;
    this.api = api;
    this.timeZone = timeZone;
  }

  /// The form.
  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    EntryForm form = form(request);
    Map<String, String> texts = new LinkedHashMap<>(form.defaults());
    form.fields()
        .forEach(field -> request.query(field.name()).ifPresent(t -> texts.put(field.name(), t)));
    Optional<JsonNode> stored = stored(form, request, visitor);
    stored.ifPresent(
        body -> {
          texts.clear();
          texts.putAll(FormJson.texts(form.fields(), body));
          texts.put(CHANGES.name(), texts.get(EntryForm.ID));
        });
    String note = request.query("saved").isPresent() && stored.isPresent() ? "Saved." : "";
    texts.put(SEEN.name(), hash(stored));
    var view = FormView.fresh(action(form), fields(form, texts), texts, form.buttons(false));
    return show(200, form, new Shown(view, note, Optional.empty()), request, visitor);
  }

  /// Enters what was filled in, or shows what that would do, or the form again with what the API
  /// says of it.
  public APIGatewayV2HTTPResponse post(Request request, Visitor visitor) {
    EntryForm form = form(request);
    Map<String, String> texts = sessions.checkForm(request, visitor, LIMIT_BYTES);
    boolean isPreview = Step.PREVIEW.name().equals(texts.get(FormView.STEP));
    try {
      return isPreview
          ? preview(form, texts, request, visitor)
          : save(form, texts, request, visitor);
    } catch (ProblemException refused) {
      var view =
          FormView.refused(
              action(form), fields(form, texts), texts, refused.problem(), form.buttons(false));
      int status = refused.problem().type().status();
      return show(status, form, new Shown(view, "", Optional.empty()), request, visitor);
    }
  }

  private APIGatewayV2HTTPResponse preview(
      EntryForm form, Map<String, String> texts, Request request, Visitor visitor) {
    JsonNode activity = api.asAdministrator(request, visitor, form.preview(texts));
    var id = Map.of(EntryForm.ID, activity.path(EntryForm.ID).asText());
    Optional<JsonNode> recorded =
        api.find(request, visitor, Call.get("GET /v1/activities/{id}", id, Map.of()));
    var foreseen = new ForeseenView(recorded.orElse(activity), recorded.isPresent());
    var view = FormView.fresh(action(form), form.fields(), texts, form.buttons(recorded.isEmpty()));
    return show(200, form, new Shown(view, "", Optional.of(foreseen)), request, visitor);
  }

  private APIGatewayV2HTTPResponse save(
      EntryForm form, Map<String, String> texts, Request request, Visitor visitor) {
    refuseOtherId(texts);
    if (form.replaces() && texts.containsKey(SEEN.name())) {
      refuseUnseen(form, texts, request, visitor);
    }
    JsonNode done = api.asAdministrator(request, visitor, form.call(texts));
    String next =
        form.replaces()
            ? "%s?id=%s&saved=yes".formatted(action(form), encoded(done.path(EntryForm.ID)))
            : ActivityLinks.page(done.path("activityId").asText()) + "?sent=yes";
    return Responses.seeOther(next, List.of());
  }

  /// Refuses to enter a copy under another id where an entry is to be changed.
  private static void refuseOtherId(Map<String, String> texts) {
    String changes = texts.getOrDefault(CHANGES.name(), "");
    boolean isOther = !texts.getOrDefault(EntryForm.ID, "").strip().equals(changes);
    if (!changes.isEmpty() && isOther) {
      texts.put(EntryForm.ID, changes);
      throw Problem.invalidField(EntryForm.ID, "cannot change: it stays " + changes).asException();
    }
  }

  /// Refuses to replace what the form's sender has not seen: a new form with an id that is taken,
  /// or one that another administrator was faster than. Sent once more, the form replaces it.
  private void refuseUnseen(
      EntryForm form, Map<String, String> texts, Request request, Visitor visitor) {
    Optional<JsonNode> now;
    try {
      String id = texts.getOrDefault(EntryForm.ID, "").strip();
      now = id.isEmpty() ? Optional.empty() : api.find(request, visitor, form.reading(id));
    } catch (ProblemException _) {
      // No such id can be: saving says so, and what else is wrong.
      return;
    }
    String seen = texts.put(SEEN.name(), hash(now));
    if (now.isPresent() && !hash(now).equals(seen) && !says(form, texts, now.get())) {
      throw Problem.conflict(
              "Since you opened this form, somebody has entered or changed %s (%s). Save again to replace it by what is below."
                  .formatted(
                      now.get().path(EntryForm.ID).asText(),
                      now.get().path("name").asText(now.get().path("title").asText())))
          .asException();
    }
  }

  /// Whether a filled form has what is stored already, as one has that is sent twice.
  private static boolean says(EntryForm form, Map<String, String> texts, JsonNode stored) {
    return FormJson.body(form.fields(), texts)
        .equals(FormJson.body(form.fields(), FormJson.texts(form.fields(), stored)));
  }

  private static String hash(Optional<JsonNode> stored) {
    return stored.map(body -> Hashes.sha256Hex(body.toString())).orElse("");
  }

  private static List<FormField> fields(EntryForm form, Map<String, String> texts) {
    if (!form.replaces()) {
      return form.fields();
    }
    boolean isChange = !texts.getOrDefault(CHANGES.name(), "").isEmpty();
    Stream<FormField> shown =
        form.fields().stream()
            .map(field -> isChange && field.name().equals(EntryForm.ID) ? field.fixed() : field);
    return Stream.concat(shown, Stream.of(SEEN, CHANGES)).toList();
  }

  /// @param note what was done
  /// @param foreseen the activity that the form would record
  private record Shown(FormView view, String note, Optional<ForeseenView> foreseen) {}

  private EntryForm form(Request request) {
    return forms.named(request.pathParameter("what"), request.receivedAt());
  }

  private Optional<JsonNode> stored(EntryForm form, Request request, Visitor visitor) {
    Optional<String> id = request.query(EntryForm.ID).filter(_ -> form.replaces());
    return id.flatMap(it -> api.find(request, visitor, form.reading(it)));
  }

  private APIGatewayV2HTTPResponse show(
      int status, EntryForm form, Shown shown, Request request, Visitor visitor) {
    var frame =
        new PageFrame(
            form.heading(), action(form), Optional.of(visitor), Formats.of(request, timeZone));
    return HtmlResponses.page(
        status,
        html ->
            JteentryGenerated.render(
                html, null, frame, form, shown.view(), shown.note(), shown.foreseen()));
  }

  private static String action(EntryForm form) {
    return "/admin/entry/" + form.what();
  }

  private static String encoded(JsonNode id) {
    return URLEncoder.encode(id.asText(), StandardCharsets.UTF_8);
  }
}
