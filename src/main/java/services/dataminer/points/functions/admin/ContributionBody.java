package services.dataminer.points.functions.admin;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.Contribution;
import services.dataminer.points.program.rules.ContributionRule;
import services.dataminer.points.program.rules.Edition;
import services.dataminer.points.program.rules.Range;

/// The body of `POST /v1/contributions`: a general contribution of a member, by the code of its
/// action. The points are sent where the rules leave them to the approver, and nowhere else.
final class ContributionBody {

  private static final int LONGEST_ACTION = 40;
  private static final int LONGEST_EVIDENCE = 1_000;
  private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);
  private static final String MEMBER_ID = "memberId";
  private static final String ACTION = "action";
  private static final String POINTS = "points";

  private ContributionBody() {}

  static Submission read(Fields body, Recording call) {
    String id = Submission.id(body.at(ChosenId.FIELD));
    String memberId = Submission.member(body.at(MEMBER_ID));
    String action = body.text(ACTION, LONGEST_ACTION);
    Instant occurredAt = call.time(body.at("occurredAt"));
    Optional<String> evidence = body.optional("evidence", ContributionBody::link);
    Optional<Long> points = points(body, action, call.edition(call.day(occurredAt)));
    var contribution = new Contribution(memberId, action, points, evidence);
    return Submission.of(id, call.of(contribution, occurredAt), MEMBER_ID, memberId);
  }

  /// An address that people follow, so not one that their browser would run.
  private static String link(Value value) {
    String uri = value.uri(LONGEST_EVIDENCE);
    if (!uri.isEmpty() && !WEB.matcher(uri).lookingAt()) {
      value.addViolation("must start with https:// or http://");
    }
    return uri;
  }

  private static Optional<Long> points(Fields body, String action, Edition edition) {
    boolean sent = body.has(POINTS);
    Optional<Range> range = edition.tariff().contribution(action).map(ContributionRule::points);
    if (range.isEmpty()) {
      body.addViolation(
          ACTION,
          "is not an action under the rules of %s: use one of %s"
              .formatted(
                  edition.id(), String.join(", ", edition.tariff().contributions().keySet())));
      return Optional.empty();
    }
    if (!range.get().isFixed()) {
      return Optional.of(body.whole(POINTS, range.get().least(), range.get().most()));
    }
    if (sent) {
      body.addViolation(
          POINTS,
          "must be omitted: %s earns %s under the rules of %s"
              .formatted(action, range.get().worded(), edition.id()));
    }
    return Optional.empty();
  }
}
