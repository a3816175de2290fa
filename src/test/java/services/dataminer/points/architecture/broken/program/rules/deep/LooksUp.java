package services.dataminer.points.architecture.broken.program.rules.deep;

import services.dataminer.points.architecture.broken.program.rules.Above;

class LooksUp {
  Above above;
}
