package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.functions.pages.form.EntryForm;
import services.dataminer.points.functions.pages.form.EntryForms;
import services.dataminer.points.functions.pages.imports.CsvFile;
import services.dataminer.points.functions.pages.imports.ImportLines;
import services.dataminer.points.functions.pages.imports.ImportResult;
import services.dataminer.points.functions.pages.imports.ImportView;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.template.JteimportsGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// `/admin/import`: a file of partners, members, courses or past awards, checked as a whole, then
/// entered. Without script a file of up to 500 lines is pasted. With script, a file of any length
/// is sent in parts, each of which is answered as JSON.
@Singleton
public class ImportPage {

  static final int MOST_LINES = 500;

  private static final int LIMIT_BYTES = 1024 * 1024;
  private static final String TEXT = "text";
  private static final String WHAT = "what";
  private static final String CHECKED = "checked";

  /// The forms whose fields a file may have for columns, in the order in which a program is filled.
  private static final List<String> FORMS =
      List.of("partner", "member", "course", "contribution", "adjustment");

  private final EntryForms forms;
  private final ImportLines lines;
  private final Sessions sessions;
  private final ZoneId timeZone;

  public ImportPage(EntryForms forms, ImportLines lines, Sessions sessions, ZoneId timeZone) {
    this.forms = forms;
    this.lines = lines;
    this.sessions = sessions;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    return show(200, request, visitor, ImportView.empty(forms(request)));
  }

  /// Checks what was sent, and enters it if that was asked for and all of it is sound. What was
  /// pasted is entered only as it was when it was checked; a script keeps to that by itself.
  public APIGatewayV2HTTPResponse post(Request request, Visitor visitor) {
    Map<String, String> sent = sessions.checkForm(request, visitor, LIMIT_BYTES);
    boolean isPart = request.accepts("application/json");
    String what = sent.getOrDefault(WHAT, "");
    String text = sent.getOrDefault(TEXT, "");
    var view = ImportView.filled(forms(request), what, text);
    try {
      EntryForm form = forms.named(chosen(what), request.receivedAt());
      CsvFile file = CsvFile.read(text, firstLine(sent), MOST_LINES);
      ImportResult checked = lines.check(form, file, request, visitor);
      boolean enters =
          "ENTER".equals(sent.get("step"))
              && checked.isSound()
              && (isPart || view.fingerprint().equals(sent.get(CHECKED)));
      ImportResult result = enters ? lines.enter(form, file, checked, request, visitor) : checked;
      return isPart ? Responses.ok(result) : show(200, request, visitor, view.with(result, enters));
    } catch (ProblemException refused) {
      if (isPart) {
        return Responses.problem(refused.problem());
      }
      Problem problem = refused.problem();
      return show(problem.type().status(), request, visitor, view.refused(problem));
    }
  }

  private static String chosen(String what) {
    if (!FORMS.contains(what)) {
      throw Problem.invalidField(WHAT, "must be one of " + String.join(", ", FORMS)).asException();
    }
    return what;
  }

  private static int firstLine(Map<String, String> sent) {
    String line = sent.getOrDefault("first", "2");
    if (!line.matches("[0-9]{1,9}")) {
      throw Problem.invalidField("first", "must be the number of a line").asException();
    }
    return Integer.parseInt(line);
  }

  private List<EntryForm> forms(Request request) {
    return FORMS.stream().map(what -> forms.named(what, request.receivedAt())).toList();
  }

  private APIGatewayV2HTTPResponse show(
      int status, Request request, Visitor visitor, ImportView view) {
    var frame =
        new PageFrame(
            "Import", "/admin/import", Optional.of(visitor), Formats.of(request, timeZone));
    return HtmlResponses.page(status, html -> JteimportsGenerated.render(html, null, frame, view));
  }
}
