package services.dataminer.points.localcloud;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The native library of AWS's runtime interface client, unpacked once for all processes.
///
/// Left to itself, each process unpacks it to one and the same file below `/tmp`, as on Lambda,
/// where a process has a machine of its own. Here a process that starts would load what another one
/// is still writing, and end.
final class NativeLibrary {
  /// The client's system property for a library that is already there.
  static final String PROPERTY = AWSLambda.class.getPackageName() + ".runtimeapi.NativeClient.JNI";

  private NativeLibrary() {}

  /// The library for this machine. It is moved into the folder as a whole, so that clouds that
  /// start at once do not do to each other what processes would.
  static Path in(Path folder) {
    Path target = folder.resolve("libaws-lambda-jni.so");
    try (InputStream bytes = AWSLambda.class.getResourceAsStream(resource())) {
      Files.createDirectories(folder);
      Path unpacking = Files.createTempFile(folder, "unpacking", ".so");
      Files.copy(bytes, unpacking, StandardCopyOption.REPLACE_EXISTING);
      Files.move(unpacking, target, StandardCopyOption.ATOMIC_MOVE);
      return target.toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String resource() {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    boolean musl = Files.exists(Path.of("/lib/ld-musl-" + (arm ? "aarch64" : "x86_64") + ".so.1"));
    return "/jni/libaws-lambda-jni.%s-%s.so"
        .formatted(musl ? "linux_musl" : "linux", arm ? "aarch_64" : "x86_64");
  }
}
