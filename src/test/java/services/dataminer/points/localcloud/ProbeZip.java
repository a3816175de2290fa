package services.dataminer.points.localcloud;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs [ProbeFunction] as Lambda wants it and starts a local cloud with it.
final class ProbeZip {
  private static final Path TEMPLATE = Path.of("src/test/resources/localcloud/probe-template.yaml");

  private ProbeZip() {}

  /// Options of a local cloud that runs the probe's template.
  static LocalOptions options(Path folder) {
    LocalOptions options = LocalOptions.forTests();
    return options.withBuild(
        new LocalOptions.Build(
            TEMPLATE,
            pack(folder.resolve("function.zip")),
            options.build().runtimeInterfaceClient(),
            options.build().portableClient()));
  }

  private static Path pack(Path zip) {
    String entry = ProbeFunction.class.getName().replace('.', '/') + ".class";
    try (InputStream bytes = ProbeFunction.class.getResourceAsStream("ProbeFunction.class");
        OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream entries = new ZipOutputStream(file)) {
      ZipEntry fixed = new ZipEntry(entry);
      // The same bytes every time, so that it is unpacked once.
      fixed.setTime(0);
      entries.putNextEntry(fixed);
      bytes.transferTo(entries);
      return zip;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
