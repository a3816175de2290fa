package services.dataminer.points.platform.priming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

@DisplayName("A call to AWS")
class PrimableHttpClientTest {

  private static final URI AWS = URI.create("https://dynamodb.eu-west-1.amazonaws.com/");

  private static final CannedAnswers CANNED =
      new CannedAnswers() {
        @Override
        public URI aws() {
          return URI.create("http://127.0.0.1:4711");
        }

        @Override
        public String to(HttpRequest request) {
          throw new IllegalArgumentException("nobody is asked");
        }
      };

  private final List<URI> called = new ArrayList<>();
  private final SdkHttpClient client =
      new PrimableHttpClient(
          new SdkHttpClient() {
            @Override
            public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
              called.add(request.httpRequest().getUri());
              return null;
            }

            @Override
            public void close() {}
          });

  @Test
  @DisplayName("stays within the process while a function is primed, and goes to AWS afterwards")
  void staysWithin() {
    Priming.with(CANNED, this::call);
    call();

    assertThat(called).containsExactly(URI.create("http://127.0.0.1:4711/"), AWS);
  }

  @Test
  @DisplayName("goes to AWS after priming failed")
  void endsByFailure() {
    assertThatThrownBy(
            () ->
                Priming.with(
                    CANNED,
                    () -> {
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    call();

    assertThat(called).containsExactly(AWS);
    assertThat(Priming.isUnderWay()).isFalse();
  }

  @Test
  @DisplayName("is signed with nobody's keys while a function is primed")
  void nobodysKeys() {
    Priming.with(
        CANNED,
        () ->
            assertThat(new PrimableCredentials().resolveCredentials().accessKeyId())
                .isEqualTo("nobody"));
  }

  private void call() {
    client.prepareRequest(
        HttpExecuteRequest.builder()
            .request(SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(AWS).build())
            .build());
  }
}
