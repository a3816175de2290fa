package services.dataminer.points.platform.priming;

import jakarta.inject.Singleton;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;

/// The function's credentials where Lambda has them: in the environment or, under SnapStart, at its
/// endpoint. A snapshot holds none, since priming signs with keys of nobody's.
@Singleton
public class PrimableCredentials implements AwsCredentialsProvider {

  private static final AwsCredentials NOBODYS =
      AwsSessionCredentials.create("nobody", "nobody", "nobody");

  private final AwsCredentialsProvider chain = chain();

  /// The SDK's own chain has six places more, and looks for files in them, before it comes to the
  /// endpoint.
  private static AwsCredentialsProviderChain chain() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        ContainerCredentialsProvider.builder().build());
  }

  /// Finds credentials of nobody's as those are found of a restored function, so that the code of
  /// it is warm.
  ///
  /// @param endpoint within the process
  public static void prime(URI endpoint) {
    String setting = SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI.property();
    System.setProperty(setting, endpoint.toString());
    try (var chain = chain()) {
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
