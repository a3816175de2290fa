package services.dataminer.points.functions.pages.view;

import services.dataminer.points.functions.admin.PersonView;

/// What a page says of someone whom a meeting names.
public final class PersonWords {

  private PersonWords() {}

  public static String who(PersonView person) {
    return person
        .memberId()
        .or(() -> person.identity().map(address -> address.replaceFirst("^mailto:", "")))
        .or(() -> person.domain().map(domain -> "someone at " + domain))
        .orElse("someone whose address was erased");
  }

  /// Someone whom a fact names, by an address or by the domain that is left of it.
  public static String named(String name) {
    String address = name.replaceFirst("^mailto:", "");
    return address.startsWith("@") ? "someone at " + address.substring(1) : address;
  }

  public static String role(PersonView person) {
    return switch (person.role()) {
      case SKYLINE -> "Skyline";
      case PARTNER -> "partner " + person.partnerId().orElseThrow();
      case CUSTOMER -> "customer";
      case NOBODY -> "no person, but a room or a robot";
    };
  }
}
