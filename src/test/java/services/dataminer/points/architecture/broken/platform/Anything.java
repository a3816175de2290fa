package services.dataminer.points.architecture.broken.platform;

public class Anything {}
