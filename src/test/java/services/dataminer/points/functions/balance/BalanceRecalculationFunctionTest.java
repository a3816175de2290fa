package services.dataminer.points.functions.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.dataminer.points.WholeSuite;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.run.CountedMetrics;
import services.dataminer.points.application.run.Metrics.Metric;
import services.dataminer.points.ledger.Bookkeeping;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;

@DisplayName("balance-recalculation")
@WholeSuite
class BalanceRecalculationFunctionTest {

  private final Bookkeeping books = new Bookkeeping(LocalTable.fresh());
  private final Table table = books.table();
  private final CountedMetrics metrics = new CountedMetrics();
  private final BalanceRecalculationFunction function =
      new BalanceRecalculationFunction(
          new ObjectGraph(table).reconcileBalances(metrics), Bookkeeping.BRUSSELS);

  @BeforeEach
  void someoneWithPoints() {
    books.member("ada");
    books.grant("ada", "a", "2026-05-01", 100);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "2026-09-15", "tonight", "2026-09-15T25:00:00Z"})
  @DisplayName("does nothing without a time, or at one that is none")
  void noTime(String scheduledTime) {
    var before = table.read(List.of(Keys.balance("ada")));

    for (boolean all : new boolean[] {false, true}) {
      assertThatThrownBy(() -> function.recalculate(new Recalculation(scheduledTime, all)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("nothing done: ")
          .hasMessageContaining("scheduledTime");
    }

    assertThat(table.read(List.of(Keys.balance("ada")))).isEqualTo(before);
    assertThat(table.read(List.of(new Key("ROSTER", "CURSOR")))).isEmpty();
  }

  @Test
  @DisplayName("does nothing when it is called with nothing")
  void noCall() {
    assertThatThrownBy(() -> function.recalculate(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("nothing done: the call has no scheduledTime");
  }

  @Test
  @DisplayName("answers a deployment's canary with nothing, and does nothing")
  void canary() {
    var before = table.read(List.of(Keys.balance("ada")));

    assertThat(function.recalculate(new Recalculation("CANARY", true))).isNull();

    assertThat(table.read(List.of(Keys.balance("ada")))).isEqualTo(before);
    assertThat(table.read(List.of(new Key("ROSTER", "CURSOR")))).isEmpty();
  }

  @Test
  @DisplayName("proves a night, and everyone when asked")
  void proves() {
    var night = new Recalculation("2026-09-15T01:30:00Z", false);

    assertThat(function.recalculate(night)).isEqualTo(new RecalculationReport(1, 0, false, 0));
    assertThat(function.recalculate(night)).isEqualTo(new RecalculationReport(0, 0, false, 0));
    assertThat(function.recalculate(new Recalculation("2026-09-15T12:00:00Z", true)))
        .isEqualTo(new RecalculationReport(1, 0, false, 0));
    assertThat(metrics.counts()).isEmpty();
  }

  @Test
  @DisplayName("leaves to people what it cannot explain, with an alarm")
  void unexplained() {
    books.reserve("ada", "t-1", 50);
    books.tamper(Keys.transfer("ada", "t-1"), "points", 5);

    assertThat(function.recalculate(new Recalculation("2026-09-15T01:30:00Z", false)))
        .isEqualTo(new RecalculationReport(0, 0, false, 0));

    assertThat(metrics.counts()).containsOnlyKeys(Metric.ENTRIES_DIFFERED);
    assertThat(books.balance("ada").transferable()).isEqualTo(50);
  }
}
