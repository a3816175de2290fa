package services.dataminer.points.ledger.directory;

import java.util.List;

/// A business or technology partner.
///
/// @param domains its e-mail domains, in lower case; an address at exactly one of them is a person
///   of the partner
public record Partner(String id, String name, Kind kind, List<String> domains) {

  /// Which partner program it takes part in.
  public enum Kind {
    BUSINESS,
    TECHNOLOGY
  }

  public Partner {
    domains = List.copyOf(domains);
  }
}
