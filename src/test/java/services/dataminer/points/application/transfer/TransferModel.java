package services.dataminer.points.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import services.dataminer.points.ledger.transfer.Transfer;
import services.dataminer.points.ledger.transfer.Transfer.State;

/// What must be true of members' points and transfers, in memory: points of activities, and
/// transfers that took some of them. A run may end anywhere, so the model takes over from the
/// ledger how far each transfer got, after it has checked that it may have got there.
final class TransferModel {

  private final Map<String, Map<String, Long>> activities = new HashMap<>();
  private final Map<String, Transfer> transfers = new TreeMap<>();
  private final Set<String> automatic = new HashSet<>();

  void automatic(String member, boolean on) {
    boolean _ = on ? automatic.add(member) : automatic.remove(member);
  }

  boolean isAutomatic(String member) {
    return automatic.contains(member);
  }

  /// @return whether it changes anything
  boolean grant(String member, String activity, long points) {
    Long before = activities.computeIfAbsent(member, _ -> new HashMap<>()).put(activity, points);
    return points != (before == null ? 0 : before);
  }

  long earned(String member) {
    return activities.getOrDefault(member, Map.of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private long taken(String member) {
    return of(member).stream().mapToLong(Transfer::taken).sum();
  }

  long transferable(String member) {
    return earned(member) - taken(member);
  }

  long posted(String member) {
    return of(member).stream()
        .filter(transfer -> transfer.state() == State.POSTED)
        .mapToLong(Transfer::points)
        .sum();
  }

  private List<Transfer> of(String member) {
    return transfers.values().stream()
        .filter(transfer -> transfer.memberId().equals(member))
        .toList();
  }

  boolean knows(String reference) {
    return transfers.containsKey(reference);
  }

  void requested(Transfer transfer) {
    assertThat(transfer.points()).isBetween(1L, transferable(transfer.memberId()));
    transfers.put(transfer.reference(), transfer);
  }

  /// Takes over how far a member's transfers got in a night.
  ///
  /// @param night the night's date
  /// @param alone whether there was one run, which takes all there is but what the night rejected
  /// @param now the member's transfers as the ledger has them
  /// @param booked what DOJO has, by reference
  void afterNight(
      String member, String night, boolean alone, List<Transfer> now, Map<String, Long> booked) {
    assertThat(now).extracting(Transfer::reference).containsAll(references(member));
    boolean took = false;
    long returned = 0;
    for (Transfer transfer : now) {
      Transfer before = transfers.put(transfer.reference(), transfer);
      if (before == null) {
        assertThat(transfer.id()).isEqualTo(night);
        assertThat(isAutomatic(member)).isTrue();
        took = transfer.taken() > 0;
      } else {
        assertThat(transfer.points()).isEqualTo(before.points());
        assertThat(before.isOpen() || before.state() == transfer.state()).isTrue();
      }
      switch (transfer.state()) {
        case REQUESTED, PENDING -> {}
        case POSTED ->
            assertThat(booked).containsEntry(transfer.reference(), transfer.dojoPoints());
        case REJECTED -> {
          assertThat(booked).doesNotContainKey(transfer.reference());
          boolean tonight =
              transfer.triedOn().map(LocalDate::toString).filter(night::equals).isPresent();
          returned += tonight ? transfer.points() : 0;
        }
      }
    }
    if (took && alone) {
      assertThat(transferable(member)).as("after all else was taken").isEqualTo(returned);
    }
  }

  private List<String> references(String member) {
    return of(member).stream().map(Transfer::reference).toList();
  }
}
