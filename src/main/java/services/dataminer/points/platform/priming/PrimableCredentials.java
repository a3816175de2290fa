package services.dataminer.points.platform.priming;

import jakarta.inject.Singleton;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;

/// The function's credentials, as the SDK finds them: in the environment or, under SnapStart, at
/// Lambda's endpoint. A snapshot holds none, since priming signs with keys of nobody's.
@Singleton
public class PrimableCredentials implements AwsCredentialsProvider {

  private static final AwsCredentials NOBODYS =
      AwsSessionCredentials.create("nobody", "nobody", "nobody");

  private final AwsCredentialsProvider chain = DefaultCredentialsProvider.builder().build();

  /// Finds credentials of nobody's where the SDK finds those of a restored function, so that the
  /// code of it is warm.
  ///
  /// @param endpoint within the process
  public static void prime(URI endpoint) {
    String setting = SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();
    System.setProperty(setting, endpoint.toString());
    try (var chain = DefaultCredentialsProvider.builder().build()) {
      chain.resolveCredentials();
    } finally {
      System.clearProperty(setting);
    }
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return Priming.isUnderWay() ? NOBODYS : chain.resolveCredentials();
  }
}
