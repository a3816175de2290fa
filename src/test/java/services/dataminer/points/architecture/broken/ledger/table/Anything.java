package services.dataminer.points.architecture.broken.ledger.table;

public class Anything {}
