package services.dataminer.points.architecture.broken.ledger.back;

import services.dataminer.points.architecture.broken.ledger.there.There;

public class Back {
  There there;
}
