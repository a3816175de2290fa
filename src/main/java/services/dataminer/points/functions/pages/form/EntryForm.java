package services.dataminer.points.functions.pages.form;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.form.FormView.Button;

/// A form that enters something by one call of the API.
///
/// @param what the last part of the form's path, such as `member`
/// @param heading of the page
/// @param intro what the form is for, and what follows from it
/// @param fields the first is the id
/// @param defaults what fields hold that nobody filled
/// @param route of the call that the form makes
/// @param idIn where that call has the id
public record EntryForm(
    String what,
    String heading,
    String intro,
    List<FormField> fields,
    Map<String, String> defaults,
    String route,
    IdIn idIn) {

  public static final String ID = "id";

  /// Where a call has the id of what it enters.
  public enum IdIn {
    /// What is entered can be read and replaced.
    PATH,
    /// The same, for ids that are addresses.
    QUERY,
    /// What is entered stays as it is.
    PATH_ONCE,
    BODY_ONCE
  }

  /// Whether what it enters can be read by its id and replaced.
  public boolean replaces() {
    return idIn == IdIn.PATH || idIn == IdIn.QUERY;
  }

  /// What a line of a file enters into fields that it has no column for: nothing that depends on
  /// the day of the import.
  public Map<String, String> importDefaults() {
    return replaces() ? defaults : Map.of();
  }

  /// The call that reads what the form enters.
  public Call reading(String id) {
    String get = "GET" + route.substring(route.indexOf(' '));
    return idIn == IdIn.QUERY
        ? Call.get(get, Map.of(), Map.of(ID, id))
        : Call.get(get, Map.of(ID, id), Map.of());
  }

  /// What the buttons of the form do: the one that was pressed is sent as the form's step.
  public enum Step {
    PREVIEW,
    SAVE
  }

  /// The buttons: what stays as it is, is shown before it is recorded.
  ///
  /// @param isForeseen whether it was shown
  public List<Button> buttons(boolean isForeseen) {
    var save = new Button(Step.SAVE.name(), replaces() ? "Save" : "Record it");
    if (replaces()) {
      return List.of(save);
    }
    var preview = new Button(Step.PREVIEW.name(), "Show what it will do");
    return isForeseen ? List.of(save, preview) : List.of(preview);
  }

  /// The same call, which then shows what it would do and does nothing.
  public Call preview(Map<String, String> texts) {
    Call call = call(texts);
    var query = new HashMap<>(call.query());
    query.put("preview", "true");
    return new Call(call.route(), call.path(), query, call.body());
  }

  /// The call that a filled form stands for.
  ///
  /// @param texts what was entered, by the field's name
  public Call call(Map<String, String> texts) {
    ObjectNode body = FormJson.body(fields, texts);
    String id = texts.getOrDefault(ID, "").strip();
    if (idIn != IdIn.BODY_ONCE) {
      body.remove(ID);
    }
    return switch (idIn) {
      case QUERY -> new Call(route, Map.of(), Map.of(ID, id), Optional.of(body));
      case PATH, PATH_ONCE -> Call.of(route, Map.of(ID, id), body);
      case BODY_ONCE -> Call.of(route, Map.of(), body);
    };
  }
}
