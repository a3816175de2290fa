package services.dataminer.points.ledger.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.ledger.LocalTable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;

@DisplayName("A snapshot")
class SnapshotTest {

  private static final Key STORED = Keys.domain("acme.example");
  private static final Key ABSENT = Keys.domain("nobody.example");

  /// How many keys each batch read asked for.
  private final List<Integer> batches = new ArrayList<>();

  private final Table table =
      LocalTable.fresh()
          .through(
              new ExecutionInterceptor() {
                @Override
                public void beforeExecution(
                    Context.BeforeExecution context, ExecutionAttributes attributes) {
                  if (context.request() instanceof BatchGetItemRequest read) {
                    read.requestItems()
                        .values()
                        .forEach(wanted -> batches.add(wanted.keys().size()));
                  }
                }
              })
          .table();

  @BeforeEach
  void store() {
    table.write(table.transaction().put(STORED, Map.of(), Condition.ABSENT));
  }

  @Test
  @DisplayName("holds the items there were, read in one batch")
  void items() {
    assertThat(Snapshot.of(table, List.of(STORED, ABSENT)).items()).containsOnlyKeys(STORED);
    assertThat(batches).containsExactly(2);
  }

  @Test
  @DisplayName("does not read again what was asked for, whether or not it was there")
  void asked() {
    Snapshot snapshot = Snapshot.of(table, List.of(STORED, ABSENT));
    table.write(table.transaction().put(ABSENT, Map.of(), Condition.ABSENT));

    assertThat(snapshot.with(table, List.of(STORED, ABSENT)).items()).containsOnlyKeys(STORED);
    assertThat(batches).containsExactly(2);
  }

  @Test
  @DisplayName("reads more in one batch, and stays as it was itself")
  void more() {
    Snapshot snapshot = Snapshot.of(table, List.of(ABSENT));

    assertThat(snapshot.with(table, List.of(ABSENT, STORED, STORED)).items())
        .containsOnlyKeys(STORED);
    assertThat(snapshot.items()).isEmpty();
    assertThat(batches).containsExactly(1, 1);
  }
}
