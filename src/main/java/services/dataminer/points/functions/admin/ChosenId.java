package services.dataminer.points.functions.admin;

import java.util.regex.Pattern;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// The ids that administrators choose. They become parts of keys and of other ids (a settlement's
/// `show:<show>:<partner>`, a transfer's `<member>.<transfer>`), so what separates those is in
/// none.
enum ChosenId {
  PARTNER("[a-z0-9][a-z0-9-]{0,63}", "1 to 64 lower-case letters, digits and \"-\""),
  SHOW("[a-z0-9][a-z0-9-]{0,63}", "1 to 64 lower-case letters, digits and \"-\""),
  MEMBER("[A-Za-z0-9][A-Za-z0-9_|-]{0,63}", "1 to 64 letters, digits, \"_\", \"|\" and \"-\""),
  /// Of what people decide on: an event, a use case, a contribution or an adjustment.
  RECORDED("[A-Za-z0-9][A-Za-z0-9._-]{0,63}", "1 to 64 letters, digits, \".\", \"_\" and \"-\"");

  /// The field under which a violation in the path is reported.
  static final String FIELD = "id";

  private final Pattern shape;
  private final String form;

  ChosenId(String shape, String characters) {
    this.shape = Pattern.compile(shape);
    this.form = "an id of " + characters + ", starting with a letter or digit";
  }

  /// What such an id looks like.
  Pattern shape() {
    return shape;
  }

  /// The same in words, to be read after "must be".
  String form() {
    return form;
  }

  boolean fits(String id) {
    return shape.matcher(id).matches();
  }

  /// The id in the path of a call.
  ///
  /// @throws services.dataminer.points.platform.http.ProblemException 422 if it cannot be one
  String in(Request request) {
    String id = request.pathParameter("id");
    if (!fits(id)) {
      throw Problem.invalidField(FIELD, "must be " + form).asException();
    }
    return id;
  }
}
