package services.dataminer.points.application.transfer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// A DOJO that books a reference once and, when told, misbehaves.
final class FakeDojo implements Dojo {

  /// How it behaves towards a reference that it has not booked yet.
  enum Mode {
    OK,
    /// Answers that it is busy, and books nothing.
    DOWN,
    REJECT,
    /// Books, and no answer comes; whether the reference is new or not.
    LOSE,
    /// Books nothing, and answers what no one understands.
    GARBAGE
  }

  private final Map<String, Credit> booked = new LinkedHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Mode mode = Mode.OK;

  void behave(Mode wanted) {
    mode = wanted;
  }

  @Override
  public synchronized Response credit(Credit credit) {
    asked.incrementAndGet();
    boolean known = booked.containsKey(credit.reference());
    Response answer =
        switch (mode) {
          case OK -> new Response.Credited();
          case DOWN -> new Response.Busy("503", Optional.empty());
          case REJECT -> new Response.Rejected("no such member");
          case LOSE -> new Response.Absent("no answer");
          case GARBAGE -> new Response.Unclear("answered 200 without repeating the reference");
        };
    if (mode == Mode.OK || mode == Mode.LOSE) {
      Credit before = booked.putIfAbsent(credit.reference(), credit);
      if (before != null && !before.equals(credit)) {
        throw new AssertionError("the same key with other content: " + before + ", " + credit);
      }
    }
    return known && mode != Mode.LOSE ? new Response.Credited() : answer;
  }

  int asked() {
    return asked.get();
  }

  /// The points booked, by reference.
  synchronized Map<String, Long> booked() {
    var points = new LinkedHashMap<String, Long>();
    booked.forEach((reference, credit) -> points.put(reference, credit.points()));
    return points;
  }

  synchronized long bookedOf(String memberId) {
    return booked.values().stream()
        .filter(credit -> credit.memberId().equals(memberId))
        .mapToLong(Credit::points)
        .sum();
  }

  synchronized Optional<Credit> credit(String reference) {
    return Optional.ofNullable(booked.get(reference));
  }
}
