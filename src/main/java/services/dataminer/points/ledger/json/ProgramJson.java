package services.dataminer.points.ledger.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import services.dataminer.points.platform.json.Json;

/// The product's JSON with the program's types in it, as they are kept in the table and travel on
/// queues.
public final class ProgramJson {

  /// Shared, and safe to share; a copy can learn more types.
  public static final ObjectMapper MAPPER = Json.MAPPER.copy().registerModule(new ProgramModule());

  private ProgramJson() {}
}
