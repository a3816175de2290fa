package services.dataminer.points.localcloud;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import services.dataminer.points.demo.Demo;
import services.dataminer.points.e2e.PointsClient;

/// Starts the local cloud from the command line and keeps it running until it is stopped.
public final class LocalCloudMain {
  private static final String USAGE =
      """
      scripts/local [--demo] [--port PORT] [--data DIR] [--table NAME] [--clock] [--cold | --primed]
        --demo   fills the cloud with a program: two partners, a dozen people, fourteen months of activities
        --port   where the HTTP API answers (8080)
        --data   keeps the database in this folder; without it everything is in memory
        --table  uses this table of the folder instead of the template's own, as the parameter TableName does
        --clock  runs the schedules of template.yaml by the clock as well
        --cold   starts functions cold, with keys in their environment; otherwise as from a SnapStart snapshot
        --primed runs each function's own events before its first, as on AWS; every start takes longer""";

  private static final String DEMO = "--demo";

  /// As functions write it.
  private static final String INFO = "\"level\":\"INFO\"";

  /// What JBoss writes of a process that ends, as Ctrl-C lets all of them.
  private static final String ENDED = "[Error Occurred After Shutdown]";

  private LocalCloudMain() {}

  /// Ends with status 2 for a wrong option and 1 when the cloud cannot start or be filled.
  public static void main(String[] arguments) {
    quietLibraries();
    boolean demo = List.of(arguments).contains(DEMO);
    var filling = new AtomicBoolean(demo);
    var stopping = new AtomicBoolean();
    LocalOptions options;
    try {
      options = options(arguments).withLog(line -> log(line, filling.get(), stopping.get()));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + System.lineSeparator() + USAGE);
      System.exit(2);
      return;
    }
    try {
      LocalCloud cloud = LocalCloud.start(options);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    stopping.set(true);
                    cloud.close();
                  }));
      System.out.println(demo ? demo(cloud.url()) : welcome(options, cloud.url()));
      filling.set(false);
    } catch (IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
      if (stopping.get()) {
        // Ctrl-C amid the filling: the exit is under way.
        return;
      }
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /// Hundreds of lines of the filling would hide what to open. Ctrl-C reaches the functions as
  /// well, and each would tell at length that it was interrupted.
  private static void log(String line, boolean filling, boolean stopping) {
    if (!stopping && !line.contains(ENDED) && (!filling || !line.contains(INFO))) {
      System.out.println(line);
    }
  }

  static LocalOptions options(String[] arguments) {
    LocalOptions options = LocalOptions.defaults();
    Iterator<String> words = Arrays.asList(arguments).iterator();
    while (words.hasNext()) {
      String word = words.next();
      options =
          switch (word) {
            // Filled once it serves.
            case DEMO -> options;
            case "--port" -> options.withPort(port(value(word, words)));
            case "--data" -> options.withData(Path.of(value(word, words)));
            case "--table" -> options.withParameter("TableName", value(word, words));
            case "--clock" -> options.withClock();
            case "--cold" -> options.withStart(LocalOptions.Start.COLD);
            case "--primed" -> options.withStart(LocalOptions.Start.PRIMED);
            default -> throw new IllegalArgumentException("There is no option " + word + ".");
          };
    }
    return options;
  }

  private static String value(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value.");
    }
    return words.next();
  }

  private static int port(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--port needs a number, not " + text + ".", e);
    }
  }

  /// DynamoDB Local and ElasticMQ tell much about themselves; only what is wrong matters here.
  private static void quietLibraries() {
    Logger.getLogger("").setLevel(Level.WARNING);
  }

  private static String demo(String url) {
    System.out.println("filling ...");
    boolean filled = Demo.fill(new PointsClient(url), LocalDate.now(ZoneOffset.UTC));
    return """

        ready: %1$s%2$s

        Open one of these in a browser. Ctrl-C ends it.

        %1$s                                                    the program
        %1$s/_local/sign-in?as=local-member:ada&to=/me          Ada Lopez, with fourteen months of entries
        %1$s/_local/sign-in?as=local-member:nora&to=/me         Nora Dahl, who signed up two days ago
        %1$s/_local/sign-in?as=local-member:dmitri&to=/partner  Dmitri Volkov, and the people of his partner
        %1$s/_local/sign-in?as=local-admin&to=/admin            an administrator
        %1$s/sign-in?to=/me                                     choose among everyone

        README.md shows how to send a booking of your own.
        """
        .formatted(url, filled ? "" : ", with what was kept: the demo is there already");
  }

  private static String welcome(LocalOptions options, String url) {
    String kept =
        options
            .data()
            .map(
                folder ->
                    "The database is kept in "
                        + folder
                        + "; messages on queues and what DOJO booked are not.")
            .orElse("Everything is in memory and gone when this ends (keep it with --data DIR).");
    return """
        ready: %1$s

        %2$s Ctrl-C ends it. Try, from another terminal:

        curl -X PUT %1$s/v1/partners/acme -H 'Authorization: Bearer local-admin' -H 'Content-Type: application/json' \\
          -d '{"name":"Acme Broadcast","kind":"BUSINESS","domains":["acme.example"]}'
        curl -X PUT %1$s/v1/members/ada -H 'Authorization: Bearer local-admin' -H 'Content-Type: application/json' \\
          -d '{"name":"Ada Lopez","emails":["ada@acme.example"],"partnerId":"acme","signedUpOn":"2023-04-12"}'
        curl %1$s/v1/members/ada/balance -H 'Authorization: Bearer local-member:ada'

        Then open %1$s/_local/sign-in?as=local-member:ada&to=/me to see Ada's page, or as=local-admin&to=/admin.

        Cal.com's records are read from a stand-in: PUT %1$s/_local/calcom/bookings gives it an array of bookings.
        """
        .formatted(url, kept);
  }
}
