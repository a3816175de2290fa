package services.dataminer.points.chaos;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.Happening.Erasure;
import services.dataminer.points.chaos.model.Happening.RecordKept;
import services.dataminer.points.chaos.model.Happening.StatementMade;
import services.dataminer.points.chaos.model.Happening.StatementVoided;
import services.dataminer.points.chaos.model.Happening.Withdrawal;
import services.dataminer.points.e2e.PointsClient;

/// Sends each happening one to three times, in no order, four at a time, until it is accepted.
final class Senders {
  private static final int AT_A_TIME = 4;
  private static final int MOST_TRIES = 400;
  private static final long PAUSE = Duration.ofMillis(100).toNanos();

  private final Letters letters;
  private final Tally tally;
  private final List<String> refused;
  private final Consumer<String> progress;
  private final List<Happening> accepted = Collections.synchronizedList(new ArrayList<>());

  /// @param refused takes what was refused for good, which nothing here should be
  /// @param progress takes a line now and then
  Senders(Letters letters, Tally tally, List<String> refused, Consumer<String> progress) {
    this.progress = progress;
    this.letters = letters;
    this.tally = tally;
    this.refused = refused;
  }

  /// One letter, with one happening or a batch of statements.
  private record Letter(List<Happening> happenings, AtomicInteger tries) {
    Letter(List<Happening> happenings) {
      this(happenings, new AtomicInteger());
    }
  }

  /// All that was accepted, in this order, each as often as it was sent.
  List<Happening> accepted() {
    return List.copyOf(accepted);
  }

  void send(List<Happening> happenings, int mostCopies, Dice dice) {
    var copies = new ArrayList<Happening>();
    for (Happening one : happenings) {
      if (one instanceof RecordKept) {
        continue;
      }
      tally.count("facts");
      for (int copy = dice.between(1, mostCopies); copy > 0; copy--) {
        copies.add(one);
      }
    }
    tally.count("deliveries", copies.size());
    var queue = new ConcurrentLinkedQueue<>(letters(dice.shuffled(copies), dice));
    var open = new AtomicInteger(queue.size());
    try (var hands = Executors.newFixedThreadPool(AT_A_TIME)) {
      for (int n = 0; n < AT_A_TIME; n++) {
        hands.submit(() -> work(queue, open));
      }
    }
  }

  /// Some statements travel together.
  private static List<Letter> letters(List<Happening> shuffled, Dice dice) {
    var all = new ArrayList<Letter>();
    var batch = new ArrayList<Happening>();
    for (Happening one : shuffled) {
      boolean statement = one instanceof StatementMade || one instanceof StatementVoided;
      if (statement && dice.percent(50) && !batch.contains(one)) {
        batch.add(one);
        if (batch.size() == 5) {
          all.add(new Letter(List.copyOf(batch)));
          batch.clear();
        }
      } else {
        all.add(new Letter(List.of(one)));
      }
    }
    if (!batch.isEmpty()) {
      all.add(new Letter(List.copyOf(batch)));
    }
    return all;
  }

  private void work(Queue<Letter> queue, AtomicInteger open) {
    while (open.get() > 0) {
      Letter next = queue.poll();
      if (next == null || !isDone(next)) {
        if (next != null) {
          queue.add(next);
        }
        LockSupport.parkNanos(PAUSE);
      } else {
        open.decrementAndGet();
      }
    }
  }

  /// Whether nothing is left to be tried.
  private boolean isDone(Letter letter) {
    int status;
    String said;
    try {
      PointsClient.Answer answer =
          letter.happenings().size() == 1
              ? letters.send(letter.happenings().getFirst())
              : letters.sendAll(letter.happenings());
      status = answer.status();
      said = answer.body().toString();
    } catch (UncheckedIOException e) {
      status = 0;
      said = e.getMessage();
    }
    tally.count(status == 0 ? "answers: none" : "answers: " + status);
    if (status >= 200 && status < 300) {
      accepted.addAll(letter.happenings());
      if (accepted.size() % 250 < letter.happenings().size()) {
        progress.accept("%,d deliveries accepted".formatted(accepted.size()));
      }
      return true;
    }
    boolean mayBeTried =
        status == 0
            || status >= 500
            || status == 429
            || status == 404 && letter.happenings().getFirst() instanceof Withdrawal
            || status == 409 && letter.happenings().getFirst() instanceof Erasure;
    if (mayBeTried && letter.tries().incrementAndGet() < MOST_TRIES) {
      return false;
    }
    refused.add(status + " to " + letter.happenings() + ": " + said);
    return true;
  }
}
