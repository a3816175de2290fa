package services.dataminer.points.ledger.activity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Pseudonym;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The activities that wait for something that has appeared. They stop waiting when they are
/// assessed again, so asking twice is harmless.
@Singleton
public class BlockedActivities {

  private final Table table;

  public BlockedActivities(Table table) {
    this.table = table;
  }

  /// All that wait for someone to sign up.
  ///
  /// @param person by whom they know the person
  public List<BlockedActivity> forMember(Pseudonym person) {
    return under(Keys.identity(person));
  }

  /// All that wait for a course or quiz.
  public List<BlockedActivity> forCourse(String courseId) {
    return under(Keys.course(courseId));
  }

  /// The first that wait for a course or quiz, in the order of their ids.
  ///
  /// @param limit how many at the most
  public List<BlockedActivity> firstForCourse(String courseId, int limit) {
    return read(table.first(limit, Table.beginning(Keys.course(courseId).pk(), Keys.WAITING)));
  }

  /// All that wait for a show at a booth.
  public List<BlockedActivity> forShowAt(Booth booth) {
    return under(
        switch (booth) {
          case Booth.EventType(long id) -> Keys.eventType(id);
          case Booth.NamedShow(String showId) -> Keys.show(showId);
        });
  }

  private List<BlockedActivity> under(Key appeared) {
    return read(table.beginningWith(appeared.pk(), Keys.WAITING));
  }

  private static List<BlockedActivity> read(List<Map<String, AttributeValue>> items) {
    return items.stream().map(item -> Document.read(item, BlockedActivity.class)).toList();
  }

  /// All meetings of a member that had no entry when they were recorded. The settlements of shows
  /// are not among them: they follow their meetings.
  public List<ActivityReference> pointedAtBy(String memberId) {
    return table.beginningWith(Keys.memberPartition(memberId), Keys.PART).stream()
        .map(item -> Document.read(item, Participation.class))
        .filter(part -> !part.activityId().isShow())
        .map(part -> new ActivityReference(part.activityId(), part.kind()))
        .toList();
  }
}
