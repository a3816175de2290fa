package services.dataminer.points.localcloud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A function for the tests of the local cloud, packed by [ProbeZip] with nothing but itself: it
/// answers an HTTP event with the event, fails the messages of a batch that ask for it, and does
/// what `probe:` words in its event say.
public final class ProbeFunction implements RequestStreamHandler {
  private static final Pattern RECORD =
      Pattern.compile("\"messageId\":\"([^\"]+)\".*?\"body\":\"([^\"]*)\"");
  private static final Pattern WORD = Pattern.compile("probe:(\\w+)(?:=([\\w/:.-]+))?");

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    String answer;
    if (event.contains("\"Records\"")) {
      answer = failures(event);
    } else {
      Matcher word = WORD.matcher(event);
      answer = word.find() ? obey(word.group(1), word.group(2), context) : echo(event);
    }
    out.write(answer.getBytes(StandardCharsets.UTF_8));
  }

  private static String obey(String word, String argument, Context context) throws IOException {
    return switch (word) {
      case "throw" -> throw new IllegalStateException("asked to throw");
      case "exit" -> {
        Runtime.getRuntime().halt(3);
        yield "";
      }
      case "sleep" -> {
        sleep(Long.parseLong(argument));
        yield "{\"slept\":" + argument + "}";
      }
      case "env" -> "{\"value\":\"" + System.getenv(argument) + "\"}";
      case "pid" -> "{\"pid\":" + ProcessHandle.current().pid() + "}";
      case "left" -> "{\"left\":" + context.getRemainingTimeInMillis() + "}";
      case "secret" -> "{\"value\":\"" + secret(argument) + "\"}";
      case "log" -> {
        System.out.println("a line of the log");
        yield "{}";
      }
      default -> throw new IllegalArgumentException("no word " + word);
    };
  }

  private static String echo(String event) {
    String base64 = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
    return """
    {"statusCode":200,"headers":{"Content-Type":"application/json","X-Probe":"1"},\
    "cookies":["a=1","b=2"],"isBase64Encoded":true,"body":"%s"}"""
        .formatted(base64);
  }

  private static String failures(String event) {
    List<String> failed = new ArrayList<>();
    Matcher record = RECORD.matcher(event);
    while (record.find()) {
      if (record.group(2).startsWith("throw")) {
        throw new IllegalStateException("asked to throw");
      }
      if (record.group(2).startsWith("sleep")) {
        sleep(30_000);
      }
      if (record.group(2).startsWith("fail")) {
        failed.add("{\"itemIdentifier\":\"" + record.group(1) + "\"}");
      }
    }
    return "{\"batchItemFailures\":[" + String.join(",", failed) + "]}";
  }

  private static String secret(String name) throws IOException {
    String port = System.getenv("PARAMETERS_SECRETS_EXTENSION_HTTP_PORT");
    URI uri =
        URI.create(
            "http://localhost:%s/systemsmanager/parameters/get?name=%s&withDecryption=true"
                .formatted(port, name.replace("/", "%2F")));
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty(
        "X-Aws-Parameters-Secrets-Token", System.getenv("AWS_SESSION_TOKEN"));
    if (connection.getResponseCode() != 200) {
      return String.valueOf(connection.getResponseCode());
    }
    String answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher value = Pattern.compile("\"Value\":\"([^\"]*)\"").matcher(answer);
    return value.find() ? value.group(1) : answer;
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
