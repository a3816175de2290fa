package services.dataminer.points.functions.admin;

import java.time.Instant;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.Adjustment;

/// The body of `POST /v1/adjustments`: points more or fewer for a member, with the reason.
final class AdjustmentBody {

  private static final int LONGEST_REASON = 500;

  /// Far more than anybody earns: what is beyond is a slip.
  private static final long MOST_POINTS = 1_000_000;

  private static final String MEMBER_ID = "memberId";

  private AdjustmentBody() {}

  static Submission read(Fields body, Recording call) {
    String id = Submission.id(body.at(ChosenId.FIELD));
    String memberId = Submission.member(body.at(MEMBER_ID));
    long points = points(body.at("points"));
    String reason = body.words("reason", LONGEST_REASON);
    Instant occurredAt = call.time(body.at("occurredAt"));
    var adjustment = new Adjustment(memberId, points, reason);
    return Submission.of(id, call.of(adjustment, occurredAt), MEMBER_ID, memberId);
  }

  private static long points(Value value) {
    long points = value.whole(-MOST_POINTS, MOST_POINTS);
    if (points == 0) {
      value.addViolation("must not be 0: that adjusts nothing");
    }
    return points;
  }
}
