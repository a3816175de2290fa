package services.dataminer.points.ledger.view;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import services.dataminer.points.ledger.activity.Expiry;
import services.dataminer.points.ledger.activity.Participation;
import services.dataminer.points.ledger.page.Page;
import services.dataminer.points.ledger.page.PageCursor;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Finds all activities of a member: by the pointers to those without an entry, and by the entries.
@Singleton
public class MemberActivities {

  private static final String PARTICIPATION =
      "activityId, kind, occurredAt, #at, showId, partnerId, " + Expiry.ATTRIBUTE;

  private final Table table;

  public MemberActivities(Table table) {
    this.table = table;
  }

  /// Where an activity stands among the member's, which are sorted by time.
  private record Place(Instant at, ActivityId activityId) {

    /// Text whose order is that of the places.
    String sortable() {
      return Keys.sortable(at) + " " + activityId;
    }
  }

  /// Which of a member's activities.
  public enum Which {
    ALL,
    /// Those about something that the catalogue has, and all others that are no courses.
    IN_CATALOGUE
  }

  /// One page of a member's activities, newest first.
  ///
  /// @param after the `next` of the page before
  /// @param limit how many at the most
  public Page<ActivityId> page(
      String memberId, Which which, Optional<PageCursor> after, int limit) {
    return Page.lastFirst(all(memberId, which).stream(), Place::sortable, after, limit)
        .map(Place::activityId);
  }

  /// All of a member's activities, in no order.
  public Set<ActivityId> ids(String memberId) {
    return all(memberId, Which.ALL).stream().map(Place::activityId).collect(Collectors.toSet());
  }

  /// Pointers to activities that no entry leads to, in no order; without what the catalogue lacks.
  public List<Participation> withoutEntry(String memberId) {
    return participations(memberId, Which.IN_CATALOGUE).toList();
  }

  private List<Place> all(String memberId, Which which) {
    var found = new HashMap<ActivityId, Place>();
    query(memberId, Keys.ENTRY, "activityId, #at")
        .forEach(
            item -> {
              var id = new ActivityId(item.get("activityId").s());
              if (id.transfer().isEmpty()) {
                found.put(id, new Place(Instant.parse(item.get("at").s()), id));
              }
            });
    participations(memberId, which)
        .forEach(
            part ->
                found.putIfAbsent(
                    part.activityId(),
                    new Place(part.occurredAt().orElse(Instant.EPOCH), part.activityId())));
    return List.copyOf(found.values());
  }

  private Stream<Participation> participations(String memberId, Which which) {
    return query(memberId, Keys.PART, PARTICIPATION).stream()
        .filter(item -> which == Which.ALL || !item.containsKey(Expiry.ATTRIBUTE))
        .map(item -> Document.read(item, Participation.class));
  }

  private List<Map<String, AttributeValue>> query(
      String memberId, String prefix, String attributes) {
    return table.all(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND begins_with(sk, :prefix)")
            .projectionExpression(attributes)
            .expressionAttributeNames(Map.of("#at", "at"))
            .expressionAttributeValues(
                Map.of(
                    ":pk", AttributeValue.fromS(Keys.memberPartition(memberId)),
                    ":prefix", AttributeValue.fromS(prefix))));
  }
}
