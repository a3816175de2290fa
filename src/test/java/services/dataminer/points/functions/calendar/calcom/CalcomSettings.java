package services.dataminer.points.functions.calendar.calcom;

import java.net.URI;
import java.util.Optional;
import services.dataminer.points.functions.config.PointsConfig;

/// What tests set of Cal.com.
public record CalcomSettings(
    boolean reconciliation, URI url, Optional<String> organization, String apiVersion)
    implements PointsConfig.Calcom {

  public static CalcomSettings at(String url) {
    return new CalcomSettings(true, URI.create(url), Optional.empty(), "2024-08-13");
  }

  public CalcomSettings off() {
    return new CalcomSettings(false, url, organization, apiVersion);
  }

  public CalcomSettings organization(String id) {
    return new CalcomSettings(reconciliation, url, Optional.of(id), apiVersion);
  }

  public CalcomSettings version(String version) {
    return new CalcomSettings(reconciliation, url, organization, version);
  }

  @Override
  public boolean calVideoNoShows() {
    return false;
  }
}
