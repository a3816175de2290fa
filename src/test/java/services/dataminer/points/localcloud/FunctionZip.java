package services.dataminer.points.localcloud;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// The package that is deployed, unpacked once per content.
final class FunctionZip {
  private FunctionZip() {}

  /// @param zip the built `function.zip`
  /// @param parent where to unpack, in a folder named by the content's hash
  /// @return the folder
  /// @throws IllegalStateException when there is no such file
  static Path unpack(Path zip, Path parent) {
    if (!Files.isRegularFile(zip)) {
      throw new IllegalStateException(
          "There is no " + zip.toAbsolutePath() + ": build it with ./mvnw package.");
    }
    try {
      byte[] content = Files.readAllBytes(zip);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      Path folder = parent.resolve(HexFormat.of().formatHex(hash, 0, 8));
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(parent);
        // Unpacked beside and moved as a whole, so that two that start at once never see a half.
        Path unpacking = Files.createTempDirectory(parent, "unpacking");
        unpackInto(unpacking, content);
        moveUnlessThere(unpacking, folder);
      }
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unpackInto(Path folder, byte[] zip) throws IOException {
    try (InputStream bytes = new ByteArrayInputStream(zip);
        ZipInputStream entries = new ZipInputStream(bytes)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside of the zip: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(entries, target);
        }
      }
    }
  }

  private static void moveUnlessThere(Path unpacked, Path folder) throws IOException {
    try {
      Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another was first, and its copy is the same. Which exception says so depends on the system.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
