package services.dataminer.points.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.ledger.entry.Balance;
import services.dataminer.points.ledger.table.Change;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

@WholeSuite
class LocalTableTest {

  private static final Key KEY = Keys.domain("acme.example");

  @Test
  void A_table_is_as_the_template_defines_it() {
    LocalTable local = LocalTable.fresh();

    TableDescription table = local.client().describeTable(t -> t.tableName(local.name())).table();

    assertThat(table.keySchema())
        .extracting(key -> key.attributeName())
        .containsExactly("pk", "sk");
    assertThat(table.globalSecondaryIndexes())
        .singleElement()
        .satisfies(index -> assertThat(index.indexName()).isEqualTo("due"));
  }

  @Test
  void Each_test_has_its_own() {
    LocalTable one = LocalTable.fresh();
    LocalTable other = LocalTable.fresh();

    one.table().write(one.table().transaction().put(KEY, Map.of(), Condition.ABSENT));

    assertThat(one.table().read(List.of(KEY))).containsKey(KEY);
    assertThat(other.table().read(List.of(KEY))).isEmpty();
  }

  @Test
  void An_interceptor_may_fail_a_request() {
    var outage =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(
              Context.BeforeExecution context, ExecutionAttributes attributes) {
            throw SdkClientException.create("cut for the test");
          }
        };
    LocalTable cut = LocalTable.fresh().through(outage);

    assertThatThrownBy(() -> cut.table().read(List.of(KEY))).isInstanceOf(Unavailable.class);
  }

  @Test
  void An_entry_that_no_night_would_notice_is_refused() {
    Table table = LocalTable.fresh().table();
    Key entry =
        Keys.entry("ada", Instant.parse("2026-05-01T10:00:00Z"), ActivityId.calendar("a"), 1);
    Key balance = Keys.balance("ada");

    assertThatThrownBy(
            () -> table.write(table.transaction().put(entry, Map.of(), Condition.ABSENT)))
        .hasMessageContaining("an entry that no night will notice");
    assertThatThrownBy(
            () ->
                table.write(
                    table
                        .transaction()
                        .put(entry, Map.of(), Condition.ABSENT)
                        .update(balance, new Change().add("version", 1))))
        .hasMessageContaining("an entry that no night will notice");
    assertThatThrownBy(
            () ->
                table.write(
                    table
                        .transaction()
                        .put(entry, Map.of(), Condition.NONE)
                        .update(balance, Balance.touched("ada", new Change()))))
        .hasMessageContaining("an entry that may replace another");

    table.write(
        table
            .transaction()
            .put(entry, Map.of(), Condition.ABSENT)
            .update(balance, Balance.touched("ada", new Change())));
    assertThat(table.read(List.of(entry))).containsKey(entry);
  }

  @Test
  void What_is_entered_in_bulk_is_stored_as_if_it_was_entered_one_by_one() {
    Bookkeeping one = new Bookkeeping(LocalTable.fresh());
    Bookkeeping bulk = new Bookkeeping(LocalTable.fresh());
    List.of(one, bulk).forEach(books -> books.partner("acme"));
    List<String> members = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();
    Optional<String> partner = Optional.of("acme");

    members.forEach(id -> one.member(id, true, partner, id + "@acme.example"));
    bulk.local()
        .enter(
            table -> {
              var books = new Bookkeeping(table);
              members.forEach(id -> books.member(id, true, partner, id + "@acme.example"));
            });

    assertThat(items(bulk.local())).isEqualTo(items(one.local())).hasSizeGreaterThan(3 * 20);
  }

  @Test
  void What_is_entered_in_bulk_must_be_new() {
    Bookkeeping books = new Bookkeeping(LocalTable.fresh());
    books.member("ada");

    assertThatThrownBy(
            () -> books.local().enter(table -> new Bookkeeping(table).member("ada", false)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static Set<Map<String, AttributeValue>> items(LocalTable local) {
    return local.client().scan(scan -> scan.tableName(local.name())).items().stream()
        .collect(Collectors.toSet());
  }
}
