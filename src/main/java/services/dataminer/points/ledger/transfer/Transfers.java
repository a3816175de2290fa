package services.dataminer.points.ledger.transfer;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.due.Due;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Conflict;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import services.dataminer.points.program.award.Reasons;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The transfers to DOJO. Each step is one transaction: the transfer, the entry and the balance
/// change together, so that posted + reserved + transferable equals what was earned at every
/// moment. An open transfer is on the index of what is due.
@Singleton
public class Transfers {

  private static final Set<String> UNDER_WAY =
      Set.of(Transfer.State.REQUESTED.name(), Transfer.State.PENDING.name());

  private final Table table;

  public Transfers(Table table) {
    this.table = table;
  }

  public Optional<Transfer> find(String memberId, String transferId) {
    Key key = Keys.transfer(memberId, transferId);
    return Optional.ofNullable(table.read(List.of(key)).get(key)).map(Transfers::read);
  }

  /// Those that there are of these transfers, by id.
  public Map<String, Transfer> find(String memberId, Collection<String> transferIds) {
    var keys = transferIds.stream().map(id -> Keys.transfer(memberId, id)).toList();
    return table.read(keys).values().stream()
        .map(Transfers::read)
        .collect(Collectors.toMap(Transfer::id, transfer -> transfer));
  }

  /// All transfers of a member.
  public List<Transfer> of(String memberId) {
    return table.beginningWith(Keys.memberPartition(memberId), Keys.TRANSFER).stream()
        .map(Transfers::read)
        .toList();
  }

  /// What waits for a transfer run, by name.
  public DueTransfers due() {
    return DueTransfers.read(table);
  }

  /// What waits for a transfer run, of what is named; what is settled meanwhile is left out.
  public TransferBacklog backlog(DueTransfers due) {
    return TransferBacklog.read(table, due);
  }

  /// One page of a member's transfers, newest first.
  ///
  /// @param after the `next` of the page before
  /// @param limit how many at the most
  public Page<Transfer> page(String memberId, Optional<PageCursor> after, int limit) {
    return Page.lastFirst(
        of(memberId).stream(),
        transfer -> Keys.sortable(transfer.at()) + " " + transfer.id(),
        after,
        limit);
  }

  /// Whether points of a member are on their way to DOJO.
  public boolean areUnderWay(String memberId) {
    return table.beginningWith(Keys.memberPartition(memberId), Keys.TRANSFER).stream()
        .anyMatch(transfer -> UNDER_WAY.contains(transfer.get("state").s()));
  }

  /// Whether the entry that took a transfer's points is there, and took as many.
  public boolean isReserved(Transfer transfer) {
    Key key = transfer.reservation();
    return Optional.ofNullable(table.read(List.of(key)).get(key))
        .map(item -> Document.read(item, Entry.class))
        .filter(entry -> entry.points() == -transfer.points())
        .isPresent();
  }

  static Transfer read(Map<String, AttributeValue> item) {
    return Document.read(item, Transfer.class);
  }

  /// Reserves the points of a transfer that a member asks for, once however often it is asked.
  ///
  /// @param transfer new, unless it was asked for before
  /// @param why the entry's reason
  public RequestOutcome request(Transfer transfer, String why) {
    Key key = Keys.transfer(transfer.memberId(), transfer.id());
    Key balance = Keys.balance(transfer.memberId());
    Key profile = Keys.member(transfer.memberId());
    return table.retryOnConflict(
        () -> {
          var items = table.read(List.of(key, balance, profile));
          if (!Members.isSignedUp(items, transfer.memberId())) {
            return new RequestOutcome.OfNoOne();
          }
          if (items.containsKey(key)) {
            return RequestOutcome.again(read(items.get(key)), transfer);
          }
          long transferable = Balance.of(items.get(balance)).transferable();
          if (transferable < transfer.points()) {
            // A batch is no snapshot: the same wish may show in the balance, and not yet by itself.
            return find(transfer.memberId(), transfer.id())
                .map(before -> RequestOutcome.again(before, transfer))
                .orElseGet(() -> new RequestOutcome.TooMany(transferable));
          }
          // An erasure changes the balance, too.
          reserve(transfer, Condition.asRead(items.get(balance), "version"), why, transfer.at());
          return new RequestOutcome.Reserved();
        });
  }

  /// Takes a transfer's points out of what is transferable.
  ///
  /// @param transfer new
  /// @param suffices what must hold of the member's balance
  /// @param why the entry's reason
  /// @throws services.dataminer.points.ledger.table.Conflict if there is a transfer of that id, or
  ///   the balance is otherwise
  public void reserve(Transfer transfer, Condition suffices, String why, Instant recordedAt) {
    var transaction = table.transaction();
    transaction.put(
        Keys.transfer(transfer.memberId(), transfer.id()), item(transfer), Condition.ABSENT);
    transfer
        .entry(-transfer.points(), recordedAt, why)
        .writeTo(transaction, new Change().onlyIf(suffices));
    table.write(transaction);
  }

  /// DOJO has a transfer. If another run was told that DOJO rejects it and gave the points back,
  /// they are taken again: DOJO's last word counts, even below zero.
  ///
  /// @return whether this call recorded it
  public boolean posted(Transfer transfer, Instant when) {
    return record(
        transfer,
        now ->
            switch (now.state()) {
              case REQUESTED, PENDING -> {
                Transfer next = now.posted(when);
                yield Optional.of(
                    write(now, next).update(Keys.balance(now.memberId()), paid(now, new Change())));
              }
              case REJECTED -> {
                Transfer next = now.posted(when);
                Transaction transaction = write(now, next);
                next.entry(-now.points(), when, Reasons.TRANSFER_BOOKED_AFTER_ALL)
                    .writeTo(transaction, new Change().add("transferred", now.points()));
                yield Optional.of(transaction);
              }
              case POSTED -> Optional.empty();
            });
  }

  private static Change paid(Transfer transfer, Change change) {
    return Balance.touched(transfer.memberId(), change.add("transferred", transfer.points()));
  }

  /// DOJO refuses a transfer: its points are transferable again.
  ///
  /// @param why DOJO's reason
  /// @param night in which DOJO said so
  /// @return whether this call recorded it
  public boolean rejected(Transfer transfer, String why, LocalDate night, Instant when) {
    return record(
        transfer,
        now -> {
          if (!now.isOpen()) {
            return Optional.empty();
          }
          Transfer next = now.rejected(why, night);
          Transaction transaction = write(now, next);
          next.entry(now.points(), when, Reasons.transferRejected(why)).writeTo(transaction);
          return Optional.of(transaction);
        });
  }

  /// A night tried a transfer and does not know what became of it.
  ///
  /// @return the transfer as it is now
  public Transfer tried(Transfer transfer, LocalDate night) {
    record(
        transfer,
        now -> {
          Transfer next = now.tried(night);
          boolean noted = now.triedOn().equals(next.triedOn()) && now.state() == next.state();
          return now.isOpen() && !noted ? Optional.of(write(now, next)) : Optional.empty();
        });
    return find(transfer.memberId(), transfer.id()).orElseThrow();
  }

  /// Decides by the transfer as it was read or, if it changed since, as it is, and writes whatever
  /// is not recorded already.
  private boolean record(Transfer transfer, Function<Transfer, Optional<Transaction>> outcome) {
    try {
      if (isWritten(outcome.apply(transfer))) {
        return true;
      }
    } catch (Conflict _) {
      // Someone was quicker.
    }
    return table.retryOnConflict(
        () -> isWritten(outcome.apply(find(transfer.memberId(), transfer.id()).orElseThrow())));
  }

  private boolean isWritten(Optional<Transaction> transaction) {
    transaction.ifPresent(table::write);
    return transaction.isPresent();
  }

  private Transaction write(Transfer now, Transfer next) {
    return table
        .transaction()
        .put(
            Keys.transfer(next.memberId(), next.id()),
            item(next),
            Condition.version(now.version()));
  }

  private static Map<String, AttributeValue> item(Transfer transfer) {
    Map<String, AttributeValue> item = Document.of(transfer);
    if (transfer.isOpen()) {
      item.putAll(Due.TRANSFER.at(transfer.memberId(), transfer.at()));
    }
    return item;
  }
}
