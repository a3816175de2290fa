package services.dataminer.points.chaos;

import java.util.Optional;
import services.dataminer.points.localcloud.Disturbance;

/// A database and queues that often fail: of a hundred calls 20 conflict, 10 are throttled, 5 fail,
/// 5 lose their answer and 1 its connection.
final class Weather implements Disturbance {
  private static final int CONFLICT = 20;
  private static final int THROTTLING = CONFLICT + 10;
  private static final int INTERNAL_ERROR = THROTTLING + 5;
  private static final int LOST_ANSWER = INTERNAL_ERROR + 5;
  private static final int CUT = LOST_ANSWER + 1;

  private final Dice dice;
  private final Tally tally;

  Weather(Dice dice, Tally tally) {
    this.dice = dice;
    this.tally = tally;
  }

  @Override
  public synchronized Optional<Mishap> next(String service, String operation) {
    int drawn = dice.between(1, 100);
    tally.count("calls to " + service);
    Optional<Mishap> mishap = mishap(drawn, service, operation);
    mishap.ifPresent(one -> tally.count("mishap at " + service + ": " + one));
    return mishap;
  }

  private static Optional<Mishap> mishap(int drawn, String service, String operation) {
    if (drawn <= CONFLICT) {
      boolean write =
          service.equals("dynamodb")
              && (operation.startsWith("Transact")
                  || operation.equals("PutItem")
                  || operation.equals("UpdateItem")
                  || operation.equals("DeleteItem"));
      return write ? Optional.of(Mishap.CONFLICT) : Optional.empty();
    }
    if (drawn <= THROTTLING) {
      return Optional.of(Mishap.THROTTLING);
    }
    if (drawn <= INTERNAL_ERROR) {
      return Optional.of(Mishap.INTERNAL_ERROR);
    }
    if (drawn <= LOST_ANSWER) {
      return Optional.of(Mishap.LOST_ANSWER);
    }
    return drawn <= CUT ? Optional.of(Mishap.CUT) : Optional.empty();
  }
}
