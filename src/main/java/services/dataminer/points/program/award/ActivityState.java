package services.dataminer.points.program.award;

/// Where an activity stands, as people see it.
public enum ActivityState {
  /// Not over yet, as far as is known.
  BOOKED,
  /// Over; pays with the settlement of its show.
  AWAITING_SHOW,
  GRANTED,
  /// About something that the catalogue lacks.
  WAITING,
  REFUSED,
  CANCELLED,
  RETRACTED;

  /// The state that a decision puts an activity in.
  public static ActivityState of(Decision decision) {
    return switch (decision) {
      case Decision.Granted _ -> GRANTED;
      case Decision.Deferred(Decision.Until until, _, _) ->
          switch (until) {
            case END -> BOOKED;
            case SETTLEMENT -> AWAITING_SHOW;
          };
      case Decision.Refused _ -> REFUSED;
      case Decision.Cancelled _ -> CANCELLED;
      case Decision.Retracted _ -> RETRACTED;
      case Decision.Unknown _ -> BOOKED;
      case Decision.NotInCatalogue _ -> WAITING;
    };
  }
}
