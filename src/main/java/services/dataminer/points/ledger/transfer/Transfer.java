package services.dataminer.points.ledger.transfer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.entry.EntryKind;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.program.activity.ActivityId;

/// Points on their way to DOJO, and how far they got. What it does to the member's sums is told by
/// entries: one takes the points when it is reserved, another gives them back if DOJO rejects it.
///
/// @param id the member's own name for it, or the date of the night that made it
/// @param version counts the writes
/// @param points whole points, at least 1
/// @param dojoPoints what DOJO is to credit for them, by the rules of the day
/// @param at when it was asked for; the night's time for an automatic one
/// @param on the day of it, in the program's time zone
/// @param year the first day of the membership year that its entries are in
/// @param nights how many nights have tried in vain
/// @param triedOn the last of them, or the one in which DOJO rejected it
/// @param postedAt when DOJO was known to have it: a night's time
/// @param reason why DOJO rejected it
public record Transfer(
    String memberId,
    String id,
    long version,
    State state,
    long points,
    long dojoPoints,
    Instant at,
    LocalDate on,
    LocalDate year,
    int nights,
    Optional<LocalDate> triedOn,
    Optional<Instant> postedAt,
    Optional<String> reason) {

  /// How far a transfer got.
  public enum State {
    /// Reserved; no night has tried it yet.
    REQUESTED,
    /// Tried without an answer that settles it.
    PENDING,
    /// DOJO has it.
    POSTED,
    /// DOJO refused it, and the points are back.
    REJECTED
  }

  public Transfer {
    if (points < 1 || dojoPoints < 1) {
      throw new IllegalArgumentException(
          "a transfer takes points to DOJO, not %d for %d".formatted(points, dojoPoints));
    }
  }

  /// A transfer not reserved yet.
  ///
  /// @param year the first day of the membership year that holds the day
  public static Transfer of(
      String memberId,
      String id,
      long points,
      long dojoPoints,
      Instant at,
      LocalDate on,
      LocalDate year) {
    return new Transfer(
        memberId,
        id,
        1,
        State.REQUESTED,
        points,
        dojoPoints,
        at,
        on,
        year,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// The name under which DOJO books it once, however often it is sent.
  public String reference() {
    return new TransferReference(memberId, id).toString();
  }

  /// Whether DOJO is still to be asked about it.
  @JsonIgnore
  public boolean isOpen() {
    return switch (state) {
      case REQUESTED, PENDING -> true;
      case POSTED, REJECTED -> false;
    };
  }

  /// Points that are not the member's to transfer because of it.
  public long taken() {
    return state == State.REJECTED ? 0 : points;
  }

  /// Where its first entry is.
  public Key reservation() {
    return Keys.entry(memberId, at, ActivityId.transfer(id), 1);
  }

  /// An entry of it.
  ///
  /// @param moved negative for points that leave the member
  Entry entry(long moved, Instant recordedAt, String why) {
    return new Entry(
        memberId,
        ActivityId.transfer(id),
        version,
        EntryKind.TRANSFER,
        moved,
        at,
        on,
        recordedAt,
        year,
        Optional.empty(),
        why);
  }

  Transfer posted(Instant when) {
    return next(State.POSTED, nights, triedOn, Optional.of(when), Optional.empty());
  }

  Transfer rejected(String why, LocalDate night) {
    return next(State.REJECTED, nights, Optional.of(night), Optional.empty(), Optional.of(why));
  }

  Transfer tried(LocalDate night) {
    boolean again = triedOn.filter(night::equals).isPresent();
    return next(
        State.PENDING, again ? nights : nights + 1, Optional.of(night), postedAt, Optional.empty());
  }

  private Transfer next(
      State now,
      int nightsNow,
      Optional<LocalDate> triedNow,
      Optional<Instant> postedNow,
      Optional<String> reasonNow) {
    return new Transfer(
        memberId,
        id,
        version + 1,
        now,
        points,
        dojoPoints,
        at,
        on,
        year,
        nightsNow,
        triedNow,
        postedNow,
        reasonNow);
  }
}
