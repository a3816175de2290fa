package services.dataminer.points.functions.admin;

import java.util.List;
import java.util.stream.IntStream;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Value;
import services.dataminer.points.program.activity.RecordedAwardFact.Recorded;

/// What is sent to be recorded, and right as far as that can be said without the table.
///
/// @param id under which it is recorded, chosen by the administrator
/// @param named the members in it, in the order sent
record Submission(String id, Recorded recorded, List<Named> named) {

  private static final int MOST_PEOPLE = 1_000;

  /// A member, named in a field.
  ///
  /// @param field its dotted path
  record Named(String field, String memberId) {}

  static Submission of(String id, Recorded recorded, String field, String memberId) {
    return new Submission(id, recorded, List.of(new Named(field, memberId)));
  }

  /// @param field the list that names the members
  static Submission of(String id, Recorded recorded, String field, List<String> memberIds) {
    return new Submission(
        id,
        recorded,
        IntStream.range(0, memberIds.size())
            .mapToObj(i -> new Named("%s[%d]".formatted(field, i), memberIds.get(i)))
            .toList());
  }

  /// Reads the id under which something is recorded.
  static String id(Value value) {
    return value.text(ChosenId.RECORDED.shape(), ChosenId.RECORDED.form());
  }

  /// Reads a field that names a member.
  static String member(Value value) {
    return value.text(ChosenId.MEMBER.shape(), ChosenId.MEMBER.form());
  }

  /// Reads a field that names members, none of them twice.
  static List<String> members(Fields body, String field) {
    return body.list(field, 1, MOST_PEOPLE, DirectoryEntry.once(Submission::member));
  }
}
