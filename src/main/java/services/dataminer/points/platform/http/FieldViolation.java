package services.dataminer.points.platform.http;

/// What is wrong with one field of a body.
///
/// @param field the dotted path as it was sent: `startTime`, `payload.startTime`, `days[0].points`
/// @param message what is wrong and what would be right, to be read after the field's name
public record FieldViolation(String field, String message) {}
