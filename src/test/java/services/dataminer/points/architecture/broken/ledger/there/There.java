package services.dataminer.points.architecture.broken.ledger.there;

import services.dataminer.points.architecture.broken.ledger.back.Back;

public class There {
  Back back;
}
