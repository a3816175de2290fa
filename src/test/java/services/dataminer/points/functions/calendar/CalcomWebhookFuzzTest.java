package services.dataminer.points.functions.calendar;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.DisplayName;

@DisplayName("A webhook of Cal.com's, whatever its body,")
class CalcomWebhookFuzzTest {

  private final ReadWebhook read = new ReadWebhook();

  @FuzzTest
  void body(byte[] body) {
    read.check(SignedRequest.calcom(body).base64());
  }
}
