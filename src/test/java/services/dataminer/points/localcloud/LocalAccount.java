package services.dataminer.points.localcloud;

import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/// The account that everything local belongs to.
final class LocalAccount {
  static final String ID = "000000000000";
  static final String REGION = "eu-west-1";
  static final String STACK = "local";

  private LocalAccount() {}

  static Region region() {
    return Region.of(REGION);
  }

  /// The local cloud's own; functions have [IssuedCredentials].
  static AwsCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
  }

  static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ID + ":" + resource;
  }

  /// The value of a pseudo parameter such as `AWS::Region`; empty for any other name.
  static Optional<String> pseudoParameter(String name) {
    return switch (name) {
      case "AWS::Region" -> Optional.of(REGION);
      case "AWS::AccountId" -> Optional.of(ID);
      case "AWS::Partition" -> Optional.of("aws");
      case "AWS::StackName" -> Optional.of(STACK);
      case "AWS::StackId" -> Optional.of(arn("cloudformation", "stack/" + STACK + "/local"));
      case "AWS::URLSuffix" -> Optional.of("amazonaws.com");
      default -> Optional.empty();
    };
  }
}
