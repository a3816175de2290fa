package services.dataminer.points.functions.lms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The version of xAPI that a request is made in.
enum XapiVersion {
  V1("1.0.3", "1\\.0(\\.[0-9]{1,5})?"),
  V2("2.0.0", "2\\.0\\.[0-9]{1,5}");

  static final String HEADER = "x-experience-api-version";

  /// All supported versions, as the about resource names them.
  static final List<String> TAKEN = List.of("1.0.0", "1.0.1", "1.0.2", "1.0.3", "2.0.0");

  private final String spoken;
  private final Pattern asked;

  XapiVersion(String spoken, String asked) {
    this.spoken = spoken;
    this.asked = Pattern.compile(asked);
  }

  /// The version that a header asks for; empty if it is not supported.
  static Optional<XapiVersion> of(String header) {
    for (XapiVersion version : values()) {
      if (version.asked.matcher(header.strip()).matches()) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  /// The version in which a call is answered: the latest of the line that its header asks for, and
  /// 1.0.3 if it asks for none that is supported.
  static String spokenTo(Optional<String> header) {
    return header.flatMap(XapiVersion::of).orElse(V1).spoken;
  }
}
