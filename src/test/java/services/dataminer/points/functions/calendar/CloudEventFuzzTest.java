package services.dataminer.points.functions.calendar;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.functions.WireCall;

/// The signature is right, as long as no header of the input replaces it.
@DisplayName("A CloudEvent, in either mode and whatever its headers and body,")
class CloudEventFuzzTest {

  private final ReadWebhook read = new ReadWebhook();

  @FuzzTest
  void event(byte[] sent) {
    WireCall call = WireCall.of(sent);
    boolean isBinary = call.headers().containsKey("ce-type");
    SignedRequest request =
        isBinary ? SignedRequest.binary(call.body()) : SignedRequest.structured(call.body());
    call.headers().forEach(request::header);
    read.check(request.base64());
  }
}
