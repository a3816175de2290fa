package services.dataminer.points.architecture.broken.platform;

import services.dataminer.points.architecture.broken.ledger.table.Anything;

class KnowsTheLedger {
  Anything[] anything;
}
