package services.dataminer.points.architecture.broken.program.rules;

public class Above {}
