package services.dataminer.points.localcloud;

import com.amazonaws.services.lambda.crac.Core;
import com.amazonaws.services.lambda.crac.Resource;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A function for the tests of the local cloud, packed by [ProbeZip] with nothing but itself: it
/// answers an HTTP event with the event, fails the messages of a batch that ask for it, and does
/// what `probe:` words in its event say.
public final class ProbeFunction implements RequestStreamHandler, Resource {
  private static final Pattern RECORD =
      Pattern.compile("\"messageId\":\"([^\"]+)\".*?\"body\":\"([^\"]*)\"");
  private static final Pattern WORD = Pattern.compile("probe:(\\w+)(?:=([\\w/:.-]+))?");

  private static final List<String> HOOKS = new CopyOnWriteArrayList<>();

  public ProbeFunction() {
    Core.getGlobalContext().register(this);
  }

  @Override
  public void beforeCheckpoint(
      com.amazonaws.services.lambda.crac.Context<? extends Resource> context) {
    HOOKS.add("checkpoint");
  }

  @Override
  public void afterRestore(com.amazonaws.services.lambda.crac.Context<? extends Resource> context) {
    HOOKS.add("restore");
  }

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
      case "fill" -> "{\"value\":\"" + "x".repeat(Integer.parseInt(argument)) + "\"}";
      case "env" -> "{\"value\":\"" + System.getenv(argument) + "\"}";
      case "pid" -> "{\"pid\":" + ProcessHandle.current().pid() + "}";
      case "left" -> "{\"left\":" + context.getRemainingTimeInMillis() + "}";
      case "hooks" -> "{\"value\":\"" + HOOKS + "\"}";
      case "key" -> "{\"value\":\"" + accessKey() + "\"}";
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

  /// The access key that Lambda's endpoint hands out to a restored process.
  private static String accessKey() throws IOException {
    URI uri = URI.create(System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI"));
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setRequestProperty(
        "Authorization", System.getenv("AWS_CONTAINER_AUTHORIZATION_TOKEN"));
    String answer = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher key = Pattern.compile("\"AccessKeyId\":\"([^\"]*)\"").matcher(answer);
    return key.find() ? key.group(1) : answer;
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
