package services.dataminer.points.platform.priming;

import java.net.URI;
import java.net.http.HttpRequest;

/// Who answers while nobody else is asked.
public interface CannedAnswers {

  /// Where calls to AWS go instead: an address within the process.
  URI aws();

  /// The body of another system's response, whose status is 200.
  ///
  /// @throws IllegalArgumentException if there is no answer to it
  String to(HttpRequest request);
}
