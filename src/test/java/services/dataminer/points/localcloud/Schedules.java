package services.dataminer.points.localcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The schedules of the template: run when asked, and by the clock when that was started.
final class Schedules implements AutoCloseable {
  private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

  private final List<ScheduleDefinition> definitions;
  private final LocalFunctions functions;
  private final AsyncInvocations async;
  private Optional<ScheduledExecutorService> clock = Optional.empty();

  Schedules(
      List<ScheduleDefinition> definitions, LocalFunctions functions, AsyncInvocations async) {
    this.definitions = List.copyOf(definitions);
    this.functions = functions;
    this.async = async;
  }

  /// Invokes the function with its schedule's input, and waits for what comes of it.
  ///
  /// @param scheduledTime put where the input asks for the scheduled time, whatever it says
  /// @return empty when no schedule invokes such a function
  Optional<InvocationResult> run(String function, String scheduledTime) {
    return run(function, scheduledTime, Json.object());
  }

  /// The same, as someone who calls the function by hand may do.
  ///
  /// @param more what the call says besides the schedule's input
  Optional<InvocationResult> run(String function, String scheduledTime, ObjectNode more) {
    return definitions.stream()
        .filter(definition -> definition.function().equals(function))
        .findFirst()
        .map(
            definition ->
                functions.named(function).invoke(with(input(definition, scheduledTime), more)));
  }

  private static byte[] with(byte[] input, ObjectNode more) {
    if (more.isEmpty()) {
      return input;
    }
    ObjectNode both = more.deepCopy();
    Json.read(input).ifPresent(node -> both.setAll((ObjectNode) node));
    return Json.bytes(both);
  }

  /// Invokes what is due at each full minute from now on, as EventBridge Scheduler does: without
  /// waiting.
  void startClock() {
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    Instant now = Instant.now();
    Instant next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    executor.scheduleAtFixedRate(
        this::tick, now.until(next, ChronoUnit.MILLIS), 60_000, TimeUnit.MILLISECONDS);
    clock = Optional.of(executor);
  }

  @Override
  public void close() {
    clock.ifPresent(ScheduledExecutorService::shutdownNow);
  }

  private void tick() {
    Instant minute = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MINUTES);
    for (ScheduleDefinition definition : definitions) {
      if (isDue(definition, minute)) {
        async.begin(definition.function(), input(definition, minute.toString()));
      }
    }
  }

  static boolean isRate(String expression) {
    return RATE.matcher(expression).matches();
  }

  /// Rates are counted from the epoch, not from the deployment as AWS does.
  static boolean isDue(ScheduleDefinition definition, Instant minute) {
    Matcher rate = RATE.matcher(definition.expression());
    if (rate.matches()) {
      long minutes = Long.parseLong(rate.group(1)) * minutesOf(rate.group(2));
      return minute.getEpochSecond() / 60 % minutes == 0;
    }
    ZonedDateTime local = minute.atZone(definition.timeZone());
    return new CronExpression(definition.expression()).matches(local);
  }

  private static long minutesOf(String unit) {
    return switch (unit) {
      case "minute" -> 1;
      case "hour" -> 60;
      default -> 24 * 60;
    };
  }

  private static byte[] input(ScheduleDefinition definition, String scheduledTime) {
    String escaped = Json.object().textNode(scheduledTime).toString();
    return definition
        .input()
        .replace("<aws.scheduler.scheduled-time>", escaped.substring(1, escaped.length() - 1))
        .replace("<aws.scheduler.execution-id>", UUID.randomUUID().toString())
        .replace("<aws.scheduler.attempt-number>", "1")
        .replace(
            "<aws.scheduler.schedule-arn>",
            LocalAccount.arn("scheduler", "schedule/default/" + definition.function()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
