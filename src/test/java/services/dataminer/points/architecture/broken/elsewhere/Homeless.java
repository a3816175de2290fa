package services.dataminer.points.architecture.broken.elsewhere;

class Homeless {}
