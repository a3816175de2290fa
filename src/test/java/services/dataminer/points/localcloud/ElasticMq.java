package services.dataminer.points.localcloud;

import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.TheSQSRestServerBuilder;

/// Starts ElasticMQ in this process.
public final class ElasticMq {

  private ElasticMq() {}

  /// Starts a server with the class loader of the tests. It looks for its classes through the
  /// thread, which keeps Quarkus's class loader where a test of Quarkus's ran before.
  public static SQSRestServer start(TheSQSRestServerBuilder server) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ElasticMq.class.getClassLoader());
    try {
      return server.start();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
