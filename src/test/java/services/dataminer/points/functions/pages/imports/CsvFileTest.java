package services.dataminer.points.functions.pages.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import services.dataminer.points.functions.pages.imports.CsvFile.CsvRow;

@DisplayName("A line of a CSV file")
class CsvFileTest {

  private static List<CsvRow> lines(String text) {
    return CsvFile.read(text, 2, 500).lines();
  }

  @Test
  @DisplayName("has cells without the blanks around them, quoted or not")
  void blanks() {
    assertThat(lines("id,name\n  a ,\" Ada \"\n\"b \",Ben\n").stream().map(CsvRow::cells))
        .containsExactly(List.of("a", "Ada"), List.of("b", "Ben"));
  }

  @Test
  @DisplayName("may have quotes within a cell that does not begin with one")
  void quotes() {
    assertThat(lines("id,name\na,24\" screens\nb, \"of\n24\"\"\"\nc,x\n"))
        .containsExactly(
            new CsvRow(2, List.of("a", "24\" screens")),
            new CsvRow(3, List.of("b", "of\n24\"")),
            new CsvRow(5, List.of("c", "x")));
  }

  @Test
  @DisplayName("is none where all cells are empty, as spreadsheets leave them at the end")
  void empty() {
    assertThat(lines("id,name\n,\na,A\n , \n\n,,,\n"))
        .containsExactly(new CsvRow(3, List.of("a", "A")));
  }
}
