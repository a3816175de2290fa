package com.amazonaws.services.lambda.runtime.api.client.runtimeapi;

import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Stands in for the one class of AWS's runtime interface client that calls a library which exists
/// for Linux only, so that functions run on macOS as well. The local cloud puts it before the
/// client's jars there, and nowhere else.
class NativeClient {
  private static String endpoint;

  private NativeClient() {}

  static void init(String hostAndPort) {
    endpoint = "http://" + hostAndPort + "/2018-06-01/runtime/invocation/";
  }

  /// Waits for the next event, however long that takes.
  static InvocationRequest next() {
    try {
      HttpURLConnection connection = connect("next");
      if (connection.getResponseCode() != 200) {
        throw new IOException("status " + connection.getResponseCode());
      }
      InvocationRequest request = new InvocationRequest();
      request.setId(connection.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
      request.setXrayTraceId(connection.getHeaderField("Lambda-Runtime-Trace-Id"));
      request.setInvokedFunctionArn(
          connection.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"));
      request.setDeadlineTimeInMs(connection.getHeaderFieldLong("Lambda-Runtime-Deadline-Ms", 0));
      request.setContent(connection.getInputStream().readAllBytes());
      return request;
    } catch (IOException e) {
      throw new LambdaRuntimeClientException("Cannot get the next event: " + e, 0);
    }
  }

  static void postInvocationResponse(byte[] requestId, byte[] response) {
    try {
      HttpURLConnection connection =
          connect(new String(requestId, StandardCharsets.UTF_8) + "/response");
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(response.length);
      connection.getOutputStream().write(response);
      connection.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new LambdaRuntimeClientException("Cannot post the response: " + e, 0);
    }
  }

  private static HttpURLConnection connect(String path) throws IOException {
    return (HttpURLConnection) URI.create(endpoint + path).toURL().openConnection();
  }
}
