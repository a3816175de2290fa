package services.dataminer.points.ledger.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.Serial;
import services.dataminer.points.program.activity.ActivityId;
import services.dataminer.points.program.activity.ActivityKind;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Course;
import services.dataminer.points.program.activity.CourseFact;
import services.dataminer.points.program.activity.Fact;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;
import services.dataminer.points.program.activity.Retraction;

/// How the program's types look in JSON. The names are kept in the table and travel on queues: a
/// type may be renamed, its name here may not.
public final class ProgramModule extends SimpleModule {

  /// The field that says which fact it is.
  static final String WHAT = "what";

  /// When a fact was told.
  static final String AT = "at";

  @Serial private static final long serialVersionUID = 1L;

  ProgramModule() {
    super("program");
    addSerializer(Recorded.class, new RecordedJson.Writer());
    addDeserializer(Recorded.class, new RecordedJson.Reader());
    for (ActivityKind kind : ActivityKind.values()) {
      if (kind.basis().isPresent()) {
        registerSubtypes(new NamedType(Recorded.class, kind.name()));
      }
    }
    setMixInAnnotation(Fact.class, FactJson.class);
    setMixInAnnotation(Booth.class, BoothJson.class);
    setMixInAnnotation(Course.Pays.class, CoursePaysJson.class);
    setMixInAnnotation(ActivityId.class, TextJson.class);
    setMixInAnnotation(Identity.class, IdentityJson.class);
    setMixInAnnotation(Address.class, TextJson.class);
    setMixInAnnotation(Pseudonym.class, TextJson.class);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = ProgramModule.WHAT, visible = true)
  @JsonIgnoreProperties(ProgramModule.WHAT)
  @JsonSubTypes({
    @Type(value = MeetingFact.Booked.class, name = "BOOKED"),
    @Type(value = MeetingFact.BookedAsEnded.class, name = "BOOKED_AS_ENDED"),
    @Type(value = MeetingFact.CalendarRecord.class, name = "RECORDED"),
    @Type(value = MeetingFact.NoCalendarRecord.class, name = "UNRECORDED"),
    @Type(value = MeetingFact.Requested.class, name = "REQUESTED"),
    @Type(value = MeetingFact.Confirmed.class, name = "CONFIRMED"),
    @Type(value = MeetingFact.ScheduledFirst.class, name = "SCHEDULED_FIRST"),
    @Type(value = MeetingFact.Seat.class, name = "SEAT"),
    @Type(value = MeetingFact.UnnamedSeatGivenUp.class, name = "UNNAMED_SEAT_GIVEN_UP"),
    @Type(value = MeetingFact.SeatedFirst.class, name = "SEATED_FIRST"),
    @Type(value = MeetingFact.SeatScheduledFirst.class, name = "SEAT_SCHEDULED_FIRST"),
    @Type(value = MeetingFact.Ended.class, name = "ENDED"),
    @Type(value = MeetingFact.Cancelled.class, name = "CANCELLED"),
    @Type(value = MeetingFact.SeriesCancelled.class, name = "SERIES_CANCELLED"),
    @Type(value = MeetingFact.Rejected.class, name = "REJECTED"),
    @Type(value = MeetingFact.Rescheduled.class, name = "RESCHEDULED"),
    @Type(value = MeetingFact.Attendance.class, name = "ATTENDANCE"),
    @Type(value = CourseFact.Progress.class, name = "PROGRESS"),
    @Type(value = CourseFact.Voided.class, name = "VOIDED"),
    @Type(value = CourseFact.HandedOver.class, name = "HANDED_OVER"),
    @Type(value = Retraction.class, name = "RETRACTED")
  })
  private interface FactJson {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "by")
  @JsonSubTypes({
    @Type(value = Booth.EventType.class, name = "EVENT_TYPE"),
    @Type(value = Booth.NamedShow.class, name = "SHOW")
  })
  private interface BoothJson {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @Type(value = Course.ForCourse.class, name = "COURSE"),
    @Type(value = Course.ForQuiz.class, name = "QUIZ")
  })
  private interface CoursePaysJson {}

  private interface IdentityJson {
    @JsonCreator
    static Identity of(String value) {
      return Identity.of(value);
    }

    @JsonValue
    String value();
  }

  /// A value that is one text.
  private abstract static class TextJson {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    TextJson(String value) {}

    @JsonValue
    abstract String value();
  }
}
