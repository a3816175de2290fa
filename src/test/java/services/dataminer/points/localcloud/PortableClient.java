package services.dataminer.points.localcloud;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Where AWS's runtime interface client finds its native library missing, a folder with the class
/// that makes it do without.
final class PortableClient {
  private static final String CLASS =
      AWSLambda.class.getPackageName().replace('.', '/') + "/runtimeapi/NativeClient.class";

  private PortableClient() {}

  /// Whether this machine needs it: the client brings libraries for Linux only.
  static boolean isNeeded() {
    return !System.getProperty("os.name").startsWith("Linux");
  }

  /// The class alone in a folder, to be put before the client's jars.
  static Path in(Path folder) {
    Path target = folder.resolve(CLASS);
    try (InputStream bytes = PortableClient.class.getClassLoader().getResourceAsStream(CLASS)) {
      Files.createDirectories(target.getParent());
      Files.copy(bytes, target, StandardCopyOption.REPLACE_EXISTING);
      return folder.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
