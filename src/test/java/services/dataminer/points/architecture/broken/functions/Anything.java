package services.dataminer.points.architecture.broken.functions;

public class Anything {}
