package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import services.dataminer.points.application.rules.PreviewRules;
import services.dataminer.points.application.rules.RulesPreview;
import services.dataminer.points.application.run.TimeBudget;
import services.dataminer.points.functions.pages.session.Sessions;
import services.dataminer.points.functions.pages.template.JterulesGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.PreviewForm;
import services.dataminer.points.functions.pages.view.RulesView;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.functions.rules.EditionComparison;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.program.rules.RuleBook;

/// `/admin/rules`: the editions of the rules side by side, and what a draft would change. A draft
/// is sent by `POST`, which writes nothing.
@Singleton
public class RulesPage {

  static final String PATH = "/admin/rules";

  /// Ten times a rule book, as a form encodes it.
  static final int LARGEST_FORM = 128 * 1024;

  /// Half of the function's timeout, so that what is begun ends in time.
  private static final Duration TIME = Duration.ofSeconds(10);

  private static final int MOST_EDITIONS = 8;

  private final PreviewRules preview;
  private final RuleBook inForce;
  private final Sessions sessions;
  private final ZoneId timeZone;

  public RulesPage(PreviewRules preview, RuleBook inForce, Sessions sessions, ZoneId timeZone) {
    this.preview = preview;
    this.inForce = inForce;
    this.sessions = sessions;
    this.timeZone = timeZone;
  }

  /// The page to a `GET`, and the preview to a `POST`.
  public APIGatewayV2HTTPResponse answer(Request request, Visitor visitor) {
    return request.routeKey().startsWith("POST ") ? post(request, visitor) : get(request, visitor);
  }

  private APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    LocalDate today = LocalDate.ofInstant(request.receivedAt(), timeZone);
    return show(request, visitor, PreviewForm.blank(today), Optional.empty(), Optional.empty());
  }

  private APIGatewayV2HTTPResponse post(Request request, Visitor visitor) {
    PreviewForm.Read read = PreviewForm.read(sessions.checkForm(request, visitor, LARGEST_FORM));
    PreviewForm form = read.form();
    Optional<RulesPreview> changes =
        read.book()
            .filter(_ -> !form.isInvalid())
            .map(
                book ->
                    preview.preview(
                        new PreviewRules.Wanted(
                            form.draft(book), form.chosenDay(), form.after(), request.receivedAt()),
                        new TimeBudget(TIME)));
    return show(request, visitor, form, read.book(), changes);
  }

  private APIGatewayV2HTTPResponse show(
      Request request,
      Visitor visitor,
      PreviewForm form,
      Optional<RuleBook> draft,
      Optional<RulesPreview> changes) {
    var frame = new PageFrame("Rules", PATH, Optional.of(visitor), Formats.of(request, timeZone));
    var view =
        new RulesView(
            EditionComparison.of(draft.orElse(inForce), inForce, MOST_EDITIONS),
            draft.isPresent(),
            form,
            changes);
    int status = form.isInvalid() ? 422 : 200;
    return HtmlResponses.page(status, html -> JterulesGenerated.render(html, null, frame, view));
  }
}
