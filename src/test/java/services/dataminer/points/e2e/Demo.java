package services.dataminer.points.e2e;

/// Plays the program page's own examples against a running local cloud, with real, signed payloads.
/// Every run has people and shows of its own, so it can be run again.
public final class Demo {

  private Demo() {}

  /// @param arguments the local cloud's address, `http://localhost:8080` if left out
  public static void main(String... arguments) {
    String url = arguments.length > 0 ? arguments[0] : "http://localhost:8080";
    var stage = new Stage(new PointsClient(url));
    stage.set();
    new BoothAct(stage).play();
    new EverythingElseAct(stage).play();
    new NightAct(stage).play();
  }
}
