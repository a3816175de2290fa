package services.dataminer.points.functions.calendar.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import services.dataminer.points.functions.calendar.Fixture;
import services.dataminer.points.functions.calendar.sender.WebhookOutcome;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.MeetingFact;
import services.dataminer.points.program.address.MailAddress;

@DisplayName("An address that Cal.com gives")
class CalcomAddressTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "bob+clx3k9f2a0001qw08h5j7d2m4@acme.example, bob@acme.example",
    "Bob+CLX3K9F2A0001QW08H5J7D2M4@Acme.example, bob@acme.example",
    "bob+fairs@acme.example, bob+fairs@acme.example",
    "bob+fairs+clx3k9f2a0001qw08h5j7d2m4@acme.example, bob+fairs@acme.example",
    "bob+clx3k9f2a0001qw08h5j7d2m4x@acme.example, bob+clx3k9f2a0001qw08h5j7d2m4x@acme.example",
    "email-less@acme.example, email-less@acme.example",
    "Email-less, ",
    "'', "
  })
  @DisplayName("is the person's own, without the id of the platform that manages the user")
  void person(String given, String address) {
    ObjectNode body = Json.MAPPER.valueToTree(Map.of("email", given));

    Optional<MailAddress> read =
        Fields.lenient(body).read(root -> CalcomAddress.known(root.at("email")));

    assertThat(read.map(MailAddress::value)).isEqualTo(Optional.ofNullable(address));
  }

  @Test
  @DisplayName("stands for one person, wherever a webhook names it")
  void everywhere() {
    ObjectNode body =
        Fixture.with(
            Fixture.with(
                Fixture.with(
                    Fixture.body("created"),
                    "/payload/attendees",
                    "[{\"email\":\"bob+clx3k9f2a0001qw08h5j7d2m4@acme.example\"}]"),
                "/payload/responses",
                "{\"email\":\"bob@acme.example\",\"guests\":[\"bob+clx3k9f2a0001qw08h5j7d2m4@acme.example\"]}"),
            "/payload/organizer",
            "{\"email\":\"Email-less\"}");

    Booking booking =
        ((MeetingFact.Booked)
                ((WebhookOutcome.Reported) CalcomWebhook.outcome(body, Fixture.DELIVERY, false))
                    .reports()
                    .getFirst()
                    .facts()
                    .getFirst())
            .booking();

    assertThat(booking.attendees()).isEqualTo(List.of(Fixture.person("bob@acme.example")));
    assertThat(booking.booker()).contains(Fixture.person("bob@acme.example"));
    assertThat(booking.host()).isEmpty();
  }
}
