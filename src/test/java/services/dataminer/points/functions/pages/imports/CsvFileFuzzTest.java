package services.dataminer.points.functions.pages.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import services.dataminer.points.functions.Foreign;
import services.dataminer.points.functions.pages.imports.CsvFile.CsvRow;
import services.dataminer.points.platform.http.ProblemException;

@DisplayName("A file of comma-separated values")
class CsvFileFuzzTest {

  private static final int MOST_LINES = 500;

  @FuzzTest
  void isRefusedOrReadAsWritten(byte[] sent) {
    String text = new String(sent, StandardCharsets.UTF_8);
    CsvFile file;
    try {
      file = Foreign.read(() -> CsvFile.read(text, 2, MOST_LINES));
    } catch (ProblemException refused) {
      refused.problem().errors().forEach(error -> Foreign.assertNoAddress(error.message()));
      return;
    }
    assertThat(file.lines()).hasSizeBetween(1, MOST_LINES);
    List<Integer> numbers = file.lines().stream().map(CsvRow::number).toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates().allMatch(it -> it > 1);
    CsvFile again = CsvFile.read(written(file), 2, MOST_LINES);
    assertThat(again.columns()).isEqualTo(file.columns());
    assertThat(again.lines().stream().map(CsvRow::cells))
        .isEqualTo(file.lines().stream().map(CsvRow::cells).toList());
  }

  private static String written(CsvFile file) {
    return Stream.concat(Stream.of(file.columns()), file.lines().stream().map(CsvRow::cells))
        .map(CsvFileFuzzTest::line)
        .collect(Collectors.joining("\r\n"));
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }
}
