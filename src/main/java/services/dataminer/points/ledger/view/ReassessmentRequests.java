package services.dataminer.points.ledger.view;

import jakarta.inject.Singleton;
import java.util.List;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.table.Condition;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.program.activity.ActivityId;

/// Who asked for an activity to be assessed again, and when. It is no fact of the activity, on
/// which a decision could depend, so it is kept beside it.
@Singleton
public class ReassessmentRequests {

  private final Table table;

  public ReassessmentRequests(Table table) {
    this.table = table;
  }

  public void note(ActivityId activity, Editor editor) {
    table.write(
        table
            .transaction()
            .put(Keys.reassessment(activity, editor.at()), Document.of(editor), Condition.NONE));
  }

  /// All requests, oldest first.
  public List<Editor> of(ActivityId activity) {
    return table.beginningWith(Keys.activity(activity).pk(), Keys.REASSESSMENT).stream()
        .map(item -> Document.read(item, Editor.class))
        .toList();
  }
}
