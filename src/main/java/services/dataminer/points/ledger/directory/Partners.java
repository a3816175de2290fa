package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.table.Transaction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The partners, and whose each e-mail domain is.
@Singleton
public class Partners {

  private final Table table;
  private final Directory directory;

  public Partners(Table table, Directory directory) {
    this.table = table;
    this.directory = directory;
  }

  record PartnerItem(long version, Partner partner) {}

  public Optional<Partner> find(String partnerId) {
    return in(table.read(List.of(Keys.partner(partnerId))), partnerId).map(PartnerItem::partner);
  }

  private static Optional<PartnerItem> in(
      Map<Key, Map<String, AttributeValue>> items, String partnerId) {
    return Optional.ofNullable(items.get(Keys.partner(partnerId)))
        .map(item -> Document.read(item, PartnerItem.class));
  }

  /// Enters a partner as sent. What was assessed before stays as it was assessed.
  public SaveOutcome save(Partner partner, Editor editor) {
    return table.retryOnConflict(() -> attempt(partner, editor));
  }

  /// What [#save] would say of a partner now. Nothing is written.
  public SaveOutcome check(Partner partner) {
    return refusal(partner)
        .orElseGet(() -> new SaveOutcome.Done(find(partner.id()).isEmpty(), false));
  }

  private SaveOutcome attempt(Partner partner, Editor editor) {
    Key row = DirectoryList.PARTNERS.row(partner.id());
    var items = table.read(List.of(Keys.partner(partner.id()), row));
    Optional<PartnerItem> stored = in(items, partner.id());
    Optional<SaveOutcome> refusal = refusal(partner);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean same = stored.filter(item -> item.partner().equals(partner)).isPresent();
    if (!same || !items.containsKey(row)) {
      Transaction transaction = writing(partner, stored, editor);
      if (!items.containsKey(row)) {
        DirectoryList.PARTNERS.add(transaction, partner.id());
      }
      table.write(transaction);
    }
    return new SaveOutcome.Done(stored.isEmpty(), false);
  }

  private Transaction writing(Partner partner, Optional<PartnerItem> stored, Editor editor) {
    long version = stored.map(PartnerItem::version).orElse(0L);
    List<String> domains = partner.domains();
    List<String> before = stored.map(item -> item.partner().domains()).orElse(List.of());
    var transaction = table.transaction();
    transaction.put(
        Keys.partner(partner.id()),
        editor.sign(new PartnerItem(version + 1, partner)),
        Condition.version(version));
    domains.stream()
        .filter(domain -> !before.contains(domain))
        .forEach(
            domain ->
                transaction.put(
                    Keys.domain(domain),
                    Map.of("partnerId", AttributeValue.fromS(partner.id())),
                    Condition.absentOr("partnerId", partner.id())));
    before.stream()
        .filter(domain -> !domains.contains(domain))
        .forEach(domain -> transaction.delete(Keys.domain(domain)));
    return transaction;
  }

  private Optional<SaveOutcome> refusal(Partner partner) {
    List<String> domains = partner.domains();
    for (int i = 0; i < domains.size(); i++) {
      if (directory.isSkyline(domains.get(i))) {
        return Optional.of(new SaveOutcome.DomainOfSkyline(i));
      }
    }
    var owners = table.read(domains.stream().map(Keys::domain).toList());
    for (int i = 0; i < domains.size(); i++) {
      var owner = owners.get(Keys.domain(domains.get(i)));
      if (owner != null && !owner.get("partnerId").s().equals(partner.id())) {
        return Optional.of(new SaveOutcome.DomainOfAnotherPartner(i, owner.get("partnerId").s()));
      }
    }
    return Optional.empty();
  }
}
