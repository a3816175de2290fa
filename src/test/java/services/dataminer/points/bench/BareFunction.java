package services.dataminer.points.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// A function with the product's two clients and nothing else, to measure starts against. Its
/// process has no other class of ours.
public final class BareFunction implements RequestStreamHandler {

  private final DynamoDbClient table =
      DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()).build();
  private final SqsClient queues =
      SqsClient.builder().httpClient(UrlConnectionHttpClient.create()).build();

  @Override
  public void handleRequest(InputStream event, OutputStream response, Context context) {
    throw new IllegalStateException("measured before its first event: " + table + queues);
  }
}
