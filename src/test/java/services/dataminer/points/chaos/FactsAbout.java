package services.dataminer.points.chaos;

import java.util.List;
import java.util.Map;
import services.dataminer.points.chaos.model.Happening;

/// Finds the facts behind what differs.
///
/// @param accepted all facts, in the order in which they were accepted
/// @param capNames what the model calls contributions under a cap, by their activity
record FactsAbout(List<Happening> accepted, Map<String, String> capNames) {

  /// All that was accepted about an activity, or what a name of the model stands for.
  ///
  /// @param member whose difference it is; empty if that of an activity as a whole
  List<Happening> of(String member, String name) {
    return accepted.stream().filter(one -> concerns(one, member, name)).toList();
  }

  private boolean concerns(Happening one, String member, String name) {
    return one.about().equals(name)
        || name.startsWith("xapi on ") && one.about().startsWith(member + " ")
        || name.equals(capNames.get(one.about()))
        || name.startsWith("show:") && one.toString().contains(name.split(":")[1]);
  }
}
