package services.dataminer.points.functions.queue;

import software.amazon.awssdk.services.sqs.SqsClient;

/// SQS for tests, without what a test does not say.
abstract class StubSqs implements SqsClient {

  @Override
  public final String serviceName() {
    return "sqs";
  }

  @Override
  public final void close() {
    // It holds nothing.
  }
}
