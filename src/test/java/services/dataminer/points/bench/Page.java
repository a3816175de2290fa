package services.dataminer.points.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A page of the docs whose tables are measured. Each stands between two comments with its name;
/// the words around them are written by hand.
record Page(Path file) {

  void write(Map<String, String> tables) throws IOException {
    for (var table : tables.entrySet()) {
      write(table.getKey(), table.getValue());
    }
  }

  /// Writes one table anew, and shows it.
  void write(String name, String table) throws IOException {
    System.out.println(table);
    String begin = "<!-- measured: " + name + " -->\n";
    String end = "<!-- end -->";
    String text = Files.readString(file);
    int from = text.indexOf(begin);
    if (from < 0) {
      throw new IllegalStateException(file + " has no place for " + name);
    }
    int to = text.indexOf(end, from);
    Files.writeString(
        file, text.substring(0, from) + begin + "\n" + table + "\n" + text.substring(to));
  }
}
