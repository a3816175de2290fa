package services.dataminer.points.functions.pages.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import services.dataminer.points.platform.crypto.Hashes;
import services.dataminer.points.platform.json.Json;
import services.dataminer.points.platform.outage.Unavailable;
import services.dataminer.points.platform.secrets.Secrets;

/// Makes values of cookies that browsers carry, and can neither read nor change: AES-256-GCM under
/// the session key. A value is bound to the name of its cookie, so that none passes for another.
@Singleton
public class CookieSeal {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int LEAST_KEY_BYTES = 32;

  /// What browsers keep of a cookie.
  private static final int LONGEST = 4096;

  private final Secrets secrets;

  @Inject
  public CookieSeal(Secrets secrets) {
    this.secrets = secrets;
  }

  /// @param content what JSON can say
  /// @throws Unavailable if the key cannot be read now
  String seal(String cookie, Object content) {
    byte[] nonce = new byte[NONCE_BYTES];
    // Made anew each time: one that a snapshot holds would begin alike in every process.
    new SecureRandom().nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, keys().getFirst(), nonce, cookie)
              .doFinal(Json.MAPPER.writeValueAsBytes(content));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException | JsonProcessingException e) {
      throw new IllegalStateException("cannot seal " + cookie, e);
    }
  }

  /// What was sealed; empty for anything that this installation has not sealed under this name.
  ///
  /// @throws Unavailable if the key cannot be read now
  <T> Optional<T> open(String cookie, String value, Class<T> type) {
    byte[] bytes;
    try {
      bytes = value.length() > LONGEST ? new byte[0] : Base64.getUrlDecoder().decode(value);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    if (bytes.length <= NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      return Optional.empty();
    }
    return keys().stream()
        .flatMap(key -> opened(key, cookie, bytes).stream())
        .findFirst()
        .flatMap(content -> read(content, type));
  }

  private static Optional<byte[]> opened(SecretKeySpec key, String cookie, byte[] bytes) {
    ByteBuffer sealed = ByteBuffer.wrap(bytes);
    byte[] nonce = new byte[NONCE_BYTES];
    sealed.get(nonce);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, nonce, cookie)
              .doFinal(bytes, NONCE_BYTES, sealed.remaining()));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot open " + cookie, e);
    }
  }

  private static <T> Optional<T> read(byte[] content, Class<T> type) {
    try {
      // A sealed `null` is nothing.
      return Optional.ofNullable(Json.MAPPER.readValue(content, type));
    } catch (IOException _) {
      // Sealed by a release that wrote something else: the owner signs in once more.
      return Optional.empty();
    }
  }

  private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, String cookie)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(cookie.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private List<SecretKeySpec> keys() {
    return secrets.values(Secrets.SESSION_KEY).stream().map(CookieSeal::key).toList();
  }

  private static SecretKeySpec key(String value) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(value);
    } catch (IllegalArgumentException _) {
      // What the decoder says quotes the key.
      bytes = new byte[0];
    }
    if (bytes.length < LEAST_KEY_BYTES) {
      throw new Unavailable(
          "SSM parameter %s is not base64 of at least %d bytes. Set it to what this prints: openssl rand -base64 %d"
              .formatted(Secrets.SESSION_KEY, LEAST_KEY_BYTES, LEAST_KEY_BYTES));
    }
    return new SecretKeySpec(Hashes.sha256(bytes), "AES");
  }
}
