package services.dataminer.points.application.run;

/// Notes what failed while a run goes on with the rest, for whoever looks into it.
@FunctionalInterface
public interface FailureLog {

  /// @param what what failed, by opaque ids alone: `member m-17 not reconciled`
  /// @param why its message may quote what people wrote; an implementation hides addresses in it
  void failed(String what, Throwable why);
}
