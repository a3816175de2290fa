package services.dataminer.points.ledger.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
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
    return stored(partnerId).map(PartnerItem::partner);
  }

  private Optional<PartnerItem> stored(String partnerId) {
    var key = Keys.partner(partnerId);
    return Optional.ofNullable(table.read(List.of(key)).get(key))
        .map(item -> Document.read(item, PartnerItem.class));
  }

  /// Enters a partner as sent. What was assessed before stays as it was assessed.
  public SaveOutcome save(Partner partner, Editor editor) {
    return table.retryOnConflict(() -> attempt(partner, editor));
  }

  private SaveOutcome attempt(Partner partner, Editor editor) {
    Optional<PartnerItem> stored = stored(partner.id());
    Optional<SaveOutcome> refusal = refusal(partner);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    if (stored.filter(item -> item.partner().equals(partner)).isPresent()) {
      return new SaveOutcome.Done(false, false);
    }
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
    table.write(transaction);
    return new SaveOutcome.Done(stored.isEmpty(), false);
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
