package services.dataminer.points.functions.pages.imports;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.ProblemException;

/// A file of comma-separated values (RFC 4180), as spreadsheets write it: with or without a
/// byte-order mark, with line ends of any system, with quoted cells that hold commas and line ends.
/// Blanks around a cell are none of it, quoted or not. Rows of empty cells, which spreadsheets
/// leave at the end, are no lines.
///
/// @param columns the cells of the first line
public record CsvFile(List<String> columns, List<CsvRow> lines) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /// Stands for bytes that are no UTF-8, such as a letter with an accent in a file of Windows-1252.
  private static final char REPLACEMENT = '\uFFFD';

  private static final ObjectReader READER =
      CsvMapper.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .build()
          .readerFor(String[].class);

  /// A record.
  ///
  /// @param number of the line of the file on which it begins; the header's is 1
  public record CsvRow(int number, List<String> cells) {}

  /// Reads a file, or its header with a part of its lines.
  ///
  /// @param firstLine the number in the file of the line after the header
  /// @throws ProblemException 422 if it is no such file, or has more than `mostLines`
  public static CsvFile read(String text, int firstLine, int mostLines) {
    String csv = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    if (csv.indexOf(REPLACEMENT) >= 0) {
      throw wrong("is not UTF-8: save it as \"CSV UTF-8\"");
    }
    List<CsvRow> lines = new ArrayList<>();
    int moved = firstLine - 2;
    int at = 1;
    try (MappingIterator<String[]> records = READER.readValues(csv)) {
      while (true) {
        at = records.getParser().currentLocation().getLineNr();
        if (!records.hasNextValue()) {
          break;
        }
        if (lines.size() > mostLines) {
          throw wrong("must have at most %d lines after the header".formatted(mostLines));
        }
        List<String> cells = Stream.of(records.nextValue()).map(String::strip).toList();
        if (lines.isEmpty()) {
          lines.add(new CsvRow(1, cells));
        } else if (!cells.stream().allMatch(String::isEmpty)) {
          lines.add(new CsvRow(at + moved, cells));
        }
      }
    } catch (JsonMappingException _) {
      throw wrong("has a quote on line %d that does not end its cell".formatted(at + moved));
    } catch (IOException e) {
      throw new IllegalStateException("a text that cannot be read", e);
    }
    if (lines.size() < 2) {
      throw wrong("must have a header and at least one line after it");
    }
    return new CsvFile(lines.getFirst().cells(), lines.subList(1, lines.size()));
  }

  private static ProblemException wrong(String message) {
    return Problem.invalidField("text", message).asException();
  }
}
