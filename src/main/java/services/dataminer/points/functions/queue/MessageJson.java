package services.dataminer.points.functions.queue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import services.dataminer.points.application.message.CourseMessage;
import services.dataminer.points.ledger.json.ProgramJson;

/// Messages as they travel. Some sent by one version are read by the next: a type may be renamed,
/// its name here may not.
public final class MessageJson {

  /// Shared, and safe to share.
  public static final ObjectMapper MAPPER =
      ProgramJson.MAPPER.copy().addMixIn(CourseMessage.class, CourseMessageJson.class);

  private MessageJson() {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
  @JsonSubTypes({
    @Type(value = CourseMessage.Progressed.class, name = "PROGRESSED"),
    @Type(value = CourseMessage.Voids.class, name = "VOIDS"),
    @Type(value = CourseMessage.Retract.class, name = "TAKE_BACK"),
    @Type(value = CourseMessage.Reassess.class, name = "JUDGE_AGAIN")
  })
  private interface CourseMessageJson {}
}
