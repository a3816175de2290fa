package services.dataminer.points.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import services.dataminer.points.e2e.PointsClient;
import services.dataminer.points.platform.json.Json;

/// What the parts of the demo share: the senders' client, and days counted back from today.
///
/// @param today the day that everything is counted from
record DemoCalls(PointsClient points, LocalDate today) {

  /// A working day: Friday in place of a Saturday or Sunday.
  ///
  /// @param daysAgo negative for a day to come
  LocalDate day(int daysAgo) {
    LocalDate day = today.minusDays(daysAgo);
    return switch (day.getDayOfWeek()) {
      case DayOfWeek.SATURDAY -> day.minusDays(1);
      case DayOfWeek.SUNDAY -> day.minusDays(2);
      default -> day;
    };
  }

  /// A full hour, UTC, of that working day.
  Instant at(int daysAgo, int hour) {
    return day(daysAgo).atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
  }

  /// An administrator enters something new.
  ///
  /// @param fields names and values, by turns
  void enter(String path, Object... fields) {
    points.put(path, json(object(fields))).expect(201);
  }

  /// An administrator decides something.
  void decide(String path, Map<String, Object> body) {
    points.post(path, json(body)).expect(202);
  }

  private static String json(Map<String, Object> body) {
    try {
      return Json.MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A JSON object.
  ///
  /// @param fields names and values, by turns
  static Map<String, Object> object(Object... fields) {
    var object = new LinkedHashMap<String, Object>();
    for (int i = 0; i < fields.length; i += 2) {
      object.put((String) fields[i], fields[i + 1]);
    }
    return object;
  }
}
