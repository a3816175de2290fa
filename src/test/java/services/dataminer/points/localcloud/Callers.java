package services.dataminer.points.localcloud;

import java.util.Optional;

/// Finds out who calls a service, by the signature of the call.
final class Callers {
  private final IssuedCredentials issued;

  /// Who calls.
  sealed interface Caller {}

  /// The role of a function.
  record FunctionRole(String function) implements Caller {}

  /// The local cloud itself, a test or an operator's script, which may do everything. The key is
  /// known by all, so it is not asked for a signature; the AWS CLI signs other headers than the
  /// SDK.
  record Operator() implements Caller {}

  /// Nobody whom the service knows.
  record Stranger(Problem problem) implements Caller {}

  /// Why a caller is not known, with the error's type in the JSON protocols, its code in the query
  /// protocol that went before, and AWS's message.
  enum Problem {
    UNSIGNED(
        "MissingAuthenticationTokenException",
        "MissingAuthenticationToken",
        "Request is missing Authentication Token"),
    UNKNOWN(
        "UnrecognizedClientException",
        "InvalidClientTokenId",
        "The security token included in the request is invalid."),
    EXPIRED(
        "ExpiredTokenException",
        "ExpiredToken",
        "The security token included in the request is expired"),
    WRONG_SIGNATURE(
        "InvalidSignatureException",
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided.");

    private final String type;
    private final String queryCode;
    private final String message;

    Problem(String type, String queryCode, String message) {
      this.type = type;
      this.queryCode = queryCode;
      this.message = message;
    }

    String type() {
      return type;
    }

    String queryCode() {
      return queryCode;
    }

    String message() {
      return message;
    }
  }

  Callers(IssuedCredentials issued) {
    this.issued = issued;
  }

  /// @param service the name that calls to it are signed for
  Caller of(SignedCall call, String service) {
    Optional<String> accessKey = call.accessKey();
    if (accessKey.isEmpty()) {
      return new Stranger(Problem.UNSIGNED);
    }
    if (accessKey.get().equals(LocalAccount.credentials().resolveCredentials().accessKeyId())) {
      return new Operator();
    }
    return issued
        .of(accessKey.get())
        .filter(known -> known.keys().sessionToken().equals(call.header("X-Amz-Security-Token")))
        .map(known -> role(known, call, service))
        .orElse(new Stranger(Problem.UNKNOWN));
  }

  private Caller role(IssuedCredentials.Issued known, SignedCall call, String service) {
    if (issued.isExpired(known)) {
      return new Stranger(Problem.EXPIRED);
    }
    return call.isSignedBy(known.keys(), service)
        ? new FunctionRole(known.function())
        : new Stranger(Problem.WRONG_SIGNATURE);
  }
}
