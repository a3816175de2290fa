package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import services.dataminer.points.functions.pages.form.ApiCalls;
import services.dataminer.points.functions.pages.form.ApiCalls.Call;
import services.dataminer.points.functions.pages.form.FieldKind;
import services.dataminer.points.functions.pages.form.FormField;
import services.dataminer.points.functions.pages.form.FormView;
import services.dataminer.points.functions.pages.form.FormView.Button;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.ProblemType;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// `/admin/members/{id}`: what a member has earned, and the form that erases the person.
@Singleton
public class MemberPage {

  private static final String ID = "id";
  private static final int LIMIT_BYTES = 4096;
  private static final List<Button> ERASE = Button.only("Erase for good");

  private final MePage me;
  private final Sessions sessions;
  private final ApiCalls api;

  public MemberPage(MePage me, Sessions sessions, ApiCalls api) {
    this.me = me;
    this.sessions = sessions;
    this.api = api;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    String id = request.pathParameter(ID);
    var form = FormView.fresh(action(id), fields(id), Map.of(), ERASE);
    return me.ofMember(200, request, visitor, form);
  }

  /// Erases the member whose id was typed, if it is that of the page.
  public APIGatewayV2HTTPResponse post(Request request, Visitor visitor) {
    Map<String, String> texts = sessions.checkForm(request, visitor, LIMIT_BYTES);
    String id = request.pathParameter(ID);
    try {
      if (!texts.getOrDefault(ID, "").strip().equals(id)) {
        throw Problem.invalidField(ID, "must be " + id + " to confirm whom you erase")
            .asException();
      }
      api.asAdministrator(request, visitor, Call.delete("DELETE /v1/members/{id}", Map.of(ID, id)));
      return Responses.seeOther(path(id), List.of());
    } catch (ProblemException refused) {
      Problem problem = refused.problem();
      if (problem.type() == ProblemType.NOT_FOUND) {
        throw refused;
      }
      var form = FormView.refused(action(id), fields(id), texts, problem, ERASE);
      return me.ofMember(problem.type().status(), request, visitor, form);
    }
  }

  private static List<FormField> fields(String id) {
    return List.of(
        FormField.needed(
            ID, "Id of the member", "Type " + id + " to confirm.", new FieldKind.Text()));
  }

  /// Shows the form again, not the top of the page, when it is refused.
  private static String action(String id) {
    return path(id) + "#erase";
  }

  private static String path(String id) {
    return "/admin/members/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
