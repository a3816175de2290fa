package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.functions.calendar.Fixture;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.program.activity.Booking.Medium;

class CalcomMediumTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // what is said under payload                                            | medium
        "{\"location\":\"integrations:daily\"}                                   | VIDEO_CALL",
        "{\"location\":\"integrations:zoom\"}                                    | VIDEO_CALL",
        "{\"location\":\"Integrations:Google:Meet\"}                             | VIDEO_CALL",
        "{\"location\":\"https://meet.example/abc\"}                             | VIDEO_CALL",
        "{\"location\":\" HTTP://meet.example/abc\"}                             | VIDEO_CALL",
        "{\"location\":\"https://maps.app.goo.gl/abc\",\"responses\":{\"location\":{\"value\":{\"value\":\"inPerson\"}}}} | IN_PERSON",
        "{\"location\":\"maps.app.goo.gl/abc\",\"responses\":{\"location\":{\"value\":\"attendeeInPerson\"}}} | IN_PERSON",
        "{\"location\":\"https://maps.app.goo.gl/abc\",\"responses\":{\"location\":\"Stand 14.C10\"}} | IN_PERSON",
        "{\"location\":\"https://maps.app.goo.gl/abc\",\"responses\":{\"location\":\"link\"}} | VIDEO_CALL",
        "{\"location\":\"https://calls.example/abc\",\"responses\":{\"location\":\"Google Meet\"}} | VIDEO_CALL",
        "{\"location\":\"https://calls.example/abc\",\"responses\":{\"location\":\"Organizer Default App\"}} | VIDEO_CALL",
        "{\"location\":\"https://maps.app.goo.gl/abc\"}                           | VIDEO_CALL",
        "{\"location\":\"https://skyline.zoom.us/j/1\",\"responses\":{\"location\":\"inPerson\"}} | VIDEO_CALL",
        "{\"location\":\"meet.google.com/abc\",\"responses\":{\"location\":\"inPerson\"}} | VIDEO_CALL",
        "{\"location\":\"https://cal.skyline.be/video/abc\",\"responses\":{\"location\":\"inPerson\"}} | VIDEO_CALL",
        "{\"location\":\"integrations:daily\",\"responses\":{\"location\":\"inPerson\"}} | VIDEO_CALL",
        "{\"location\":\"+32475000000\",\"responses\":{\"location\":\"inPerson\"}}    | VIDEO_CALL",
        "{\"location\":\"Google Meet\"}                                          | VIDEO_CALL",
        "{\"location\":\"Zoom Video\"}                                           | VIDEO_CALL",
        "{\"location\":\"Microsoft Teams Meeting\"}                              | VIDEO_CALL",
        "{\"location\":\"Attendee Phone Number\"}                                | VIDEO_CALL",
        "{\"location\":\"\",\"responses\":{\"location\":\"conferencing\"}}        | VIDEO_CALL",
        "{\"location\":\"Teams' corner, hall 5\"}                                | IN_PERSON",
        "{\"location\":\"Zoom room, hall 5\"}                                    | IN_PERSON",
        "{\"location\":\"inPerson\"}                                             | IN_PERSON",
        "{\"location\":\"Hall 5, booth A12\"}                                    | IN_PERSON",
        "{\"location\":\"Hall 5, see https://ibc.example\"}                      | IN_PERSON",
        "{\"location\":\"inPerson\",\"metadata\":{\"videoCallUrl\":\"https://a.b\"}} | IN_PERSON",
        "{\"location\":\"\",\"responses\":{\"location\":{\"value\":{\"value\":\"inPerson\"}}},\"metadata\":{\"videoCallUrl\":\"https://a.b\"}} | IN_PERSON",
        "{\"location\":\"\",\"responses\":{\"location\":{\"value\":{\"value\":\"integrations:daily\"}}}} | VIDEO_CALL",
        "{\"responses\":{\"location\":{\"value\":\"integrations:daily\"}}}       | VIDEO_CALL",
        "{\"responses\":{\"location\":\"integrations:daily\"}}                   | VIDEO_CALL",
        "{\"location\":null,\"metadata\":{\"videoCallUrl\":\"https://a.b\"}}     | VIDEO_CALL",
        "{\"location\":{\"odd\":1},\"metadata\":{\"videoCallUrl\":\"https://a.b\"}} | VIDEO_CALL",
        "{\"location\":\"  \",\"metadata\":{\"videoCallUrl\":\"\"}}              | ",
        "{\"location\":7,\"responses\":[],\"metadata\":null}                     | ",
        "{\"title\":\"nothing about it\"}                                        | "
      })
  void A_place_or_a_video_call_is_told_by_what_the_location_says(String payload, Medium medium) {
    ObjectNode body = (ObjectNode) Fixture.json("{\"payload\":" + payload + "}");

    assertThat(CalcomMedium.of(CalcomBody.of(body, Fields.lenient(body))))
        .isEqualTo(Optional.ofNullable(medium));
  }
}
