package services.dataminer.points.architecture.broken.ledger;

import services.dataminer.points.architecture.broken.functions.Anything;

class KnowsFunctions {
  Anything anything;
}
