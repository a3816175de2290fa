package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import services.dataminer.points.functions.field.PreviewParameter;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Partner;
import services.dataminer.points.ledger.directory.Partners;
import services.dataminer.points.ledger.directory.SaveOutcome;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.http.Value;

/// `/v1/partners/{id}`: a partner and its e-mail domains.
@Singleton
class PartnerResource {

  private static final int LONGEST_NAME = 200;
  private static final int MOST_DOMAINS = 20;

  /// Labels of letters, digits and inner hyphens, at least two, the last not a number.
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
              + "(?![0-9]+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);

  private final Partners partners;
  private final AdminAccess access;

  PartnerResource(Partners partners, AdminAccess access) {
    this.partners = partners;
    this.access = access;
  }

  record PartnerView(String id, String name, Partner.Kind kind, List<String> domains) {
    static PartnerView of(Partner partner) {
      return new PartnerView(partner.id(), partner.name(), partner.kind(), partner.domains());
    }
  }

  APIGatewayV2HTTPResponse get(Request request) {
    String id = ChosenId.PARTNER.in(request);
    return partners
        .find(id)
        .map(partner -> Responses.ok(PartnerView.of(partner)))
        .orElseThrow(() -> Problem.unknown("partner", id).asException());
  }

  /// Enters a partner, or tells what that would come to.
  APIGatewayV2HTTPResponse put(Request request) {
    Editor editor = access.editor(request);
    Partner partner = DirectoryEntry.read(request, ChosenId.PARTNER, PartnerResource::partner);
    SaveOutcome outcome =
        PreviewParameter.isSet(request) ? partners.check(partner) : partners.save(partner, editor);
    SaveOutcome.Done done = DirectoryEntry.done(outcome);
    return DirectoryEntry.answer(done, PartnerView.of(partner));
  }

  private static Partner partner(String id, Fields body) {
    return new Partner(
        id,
        body.words("name", LONGEST_NAME),
        body.at("kind").oneOf(Partner.Kind.class),
        body.list("domains", 0, MOST_DOMAINS, DirectoryEntry.once(PartnerResource::domain)));
  }

  /// In lower case whatever was sent, as addresses are.
  private static String domain(Value value) {
    return value.text(DOMAIN, "an e-mail domain such as acme.example").toLowerCase(Locale.ROOT);
  }
}
