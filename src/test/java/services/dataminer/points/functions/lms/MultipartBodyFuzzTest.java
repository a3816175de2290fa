package services.dataminer.points.functions.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.WireCall;
import services.dataminer.points.functions.lms.MultipartBody.Part;
import services.dataminer.points.platform.http.ProblemException;

@DisplayName("A body of several parts")
class MultipartBodyFuzzTest {

  /// No line of an input begins so, or it is passed over.
  private static final String BOUNDARY = "a-boundary-that-nobody-thinks-of";

  @FuzzTest
  void isRefusedOrReadAsWritten(byte[] sent) {
    WireCall call = WireCall.of(sent);
    String contentType = call.headers().getOrDefault("content-type", "multipart/mixed; boundary=b");
    List<Part> parts;
    try {
      parts = Foreign.read(() -> MultipartBody.parts(contentType, call.body()));
    } catch (ProblemException refused) {
      Foreign.assertNoAddress(refused.problem().detail());
      return;
    }
    if (!new String(call.body(), StandardCharsets.ISO_8859_1).contains(BOUNDARY)) {
      assertThat(MultipartBody.parts("multipart/mixed; boundary=" + BOUNDARY, written(parts)))
          .isEqualTo(parts);
    }
  }

  private static byte[] written(List<Part> parts) {
    var body = new ByteArrayOutputStream();
    for (Part part : parts) {
      write(body, "--" + BOUNDARY + "\r\n");
      for (Map.Entry<String, String> header : part.headers().entrySet()) {
        write(body, header.getKey() + ": " + header.getValue() + "\r\n");
      }
      write(body, "\r\n");
      body.writeBytes(part.bytes());
      write(body, "\r\n");
    }
    write(body, "--" + BOUNDARY + "--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
