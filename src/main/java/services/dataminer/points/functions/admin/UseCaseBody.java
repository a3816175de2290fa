package services.dataminer.points.functions.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.program.activity.UseCase;
import services.dataminer.points.program.rules.Range;

/// The body of `POST /v1/use-cases/{id}/acceptance`: a use case that the community accepted, and
/// the points decided for its authors.
final class UseCaseBody {

  private static final int LONGEST_TITLE = 200;

  private UseCaseBody() {}

  /// @param path the id in the path
  static Submission read(String path, Fields body, Recording call) {
    String id = Submission.id(body.beside(ChosenId.FIELD, Optional.of(path)));
    String title = body.words("title", LONGEST_TITLE);
    List<String> authors = Submission.members(body, "authors");
    LocalDate acceptedOn = call.day(body.at("acceptedOn"));
    Range range = call.edition(acceptedOn).tariff().useCase().points();
    long points = body.whole("points", range.least(), range.most());
    var useCase = new UseCase(title, authors, points, acceptedOn);
    return Submission.of(id, call.of(useCase, call.startOf(acceptedOn)), "authors", authors);
  }
}
