package services.dataminer.points.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import services.dataminer.points.e2e.PointsClient;
import services.dataminer.points.localcloud.LocalCloud;

/// Nights with everything in order again.
///
/// @param wrong takes what a night did that it should not have
record QuietNights(
    LocalCloud cloud, PointsClient points, Tally tally, List<String> wrong, Duration patience) {

  /// The nights of a month, from the third on without anything to do.
  ///
  /// @param month such as `2024-08`
  void run(String month) {
    night(month + "-01", false);
    night(month + "-02", false);
    night(month + "-03", true);
  }

  /// A night when everything has been done.
  void idleNight(String date) {
    night(date, true);
  }

  private void night(String date, boolean nothing) {
    one("booking-reconciliation", date + "T00:30:00Z", nothing ? "\"changed\":0" : "");
    idle();
    one("meeting-sweep", date + "T00:45:00Z", nothing ? "\"ended\":0" : "");
    idle();
    one("show-settlement", date + "T01:00:00Z", nothing ? "\"points\":0" : "");
    one("balance-recalculation", date + "T01:30:00Z", "\"repaired\":0");
    one("dojo-transfer", date + "T03:30:00Z", nothing ? "\"posted\":0" : "");
  }

  private void one(String function, String at, String must) {
    JsonNode result = points.run(function, at);
    tally.count("quiet nights");
    if (!result.toString().contains(must)) {
      wrong.add(function + " of " + at + " should say " + must + ", not " + result);
    }
  }

  private void idle() {
    new DeadLetterOffice(cloud, tally).redrive(patience);
  }
}
