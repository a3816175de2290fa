package services.dataminer.points.ledger.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import services.dataminer.points.ledger.activity.Participant;
import services.dataminer.points.ledger.activity.ParticipantName.ByAddress;
import services.dataminer.points.ledger.table.Document;
import services.dataminer.points.ledger.table.Key;
import services.dataminer.points.ledger.table.Keys;
import services.dataminer.points.program.activity.Address;
import services.dataminer.points.program.activity.Booking;
import services.dataminer.points.program.activity.Booth;
import services.dataminer.points.program.activity.Identity;
import services.dataminer.points.program.activity.Pseudonym;
import services.dataminer.points.program.activity.Show;
import services.dataminer.points.program.activity.Venue;
import services.dataminer.points.program.rules.NotPeople;
import services.dataminer.points.program.rules.RuleBook;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Answers who people are and at which booth they meet, from items read together with the activity.
public class Directory {

  private static final String MAIL = "mailto:";

  private final Pseudonyms pseudonyms;
  private final Set<String> skylineDomains;
  private final NotPeople notPeople;

  /// @param skylineDomains the domains of Skyline's people, in lower case
  public Directory(Pseudonyms pseudonyms, Collection<String> skylineDomains, RuleBook rules) {
    this.pseudonyms = pseudonyms;
    this.skylineDomains = Set.copyOf(skylineDomains);
    this.notPeople = rules.notPeople();
  }

  public Pseudonym pseudonym(Address named) {
    return pseudonyms.of(named);
  }

  /// Whoever is named in a fact, as facts are kept.
  public Identity kept(Identity named) {
    return pseudonyms.kept(named);
  }

  /// Whether addresses at a domain are those of Skyline's people.
  public boolean isSkyline(String domain) {
    return skylineDomains.contains(domain);
  }

  /// What to read in order to answer for these people, named by IRIs.
  public List<Key> keys(Collection<Address> named) {
    var keys = new ArrayList<Key>();
    for (Address identity : named) {
      keys.add(Keys.identity(pseudonyms.of(identity)));
      domain(identity).filter(domain -> !isSkyline(domain)).map(Keys::domain).ifPresent(keys::add);
    }
    return keys;
  }

  /// Where a booth is looked up.
  public static Key key(Booth booth) {
    return switch (booth) {
      case Booth.EventType(long id) -> Keys.eventType(id);
      case Booth.NamedShow(String showId) -> Keys.show(showId);
    };
  }

  /// Who these people are, by pseudonym.
  public Map<Pseudonym, Participant> people(
      Collection<Address> named, Map<Key, Map<String, AttributeValue>> items) {
    var people = new HashMap<Pseudonym, Participant>();
    for (Address identity : named) {
      Pseudonym pseudonym = pseudonyms.of(identity);
      people.put(pseudonym, person(identity, pseudonym, items));
    }
    return people;
  }

  private Participant person(
      Address named, Pseudonym pseudonym, Map<Key, Map<String, AttributeValue>> items) {
    Optional<IdentityItem> member = member(pseudonym, items);
    Optional<String> domain = domain(named);
    boolean skyline = domain.filter(this::isSkyline).isPresent();
    Optional<String> partner =
        member.isPresent()
            ? member.get().partnerId()
            : domain
                .flatMap(name -> Optional.ofNullable(items.get(Keys.domain(name))))
                .map(item -> item.get("partnerId").s());
    return new Participant(
        new ByAddress(named),
        member.map(IdentityItem::memberId),
        member.map(IdentityItem::signedUpOn),
        skyline ? Optional.empty() : partner,
        skyline,
        member.isEmpty() && isInanimate(named),
        false);
  }

  private boolean isInanimate(Address named) {
    String address = named.value().toLowerCase(Locale.ROOT);
    return address.startsWith(MAIL) && notPeople.holds(address.substring(MAIL.length()));
  }

  /// Whose an identity is, if it is a member's.
  public static Optional<IdentityItem> member(
      Pseudonym pseudonym, Map<Key, Map<String, AttributeValue>> items) {
    return Optional.ofNullable(items.get(Keys.identity(pseudonym)))
        .filter(item -> item.containsKey(IdentityItem.MEMBER_ID))
        .map(item -> Document.read(item, IdentityItem.class));
  }

  /// Whether an identity was an erased person's and has not been entered for anyone since, so that
  /// no activity may keep it.
  public static boolean isErased(Pseudonym pseudonym, Map<Key, Map<String, AttributeValue>> items) {
    return Optional.ofNullable(items.get(Keys.identity(pseudonym)))
        .filter(item -> item.containsKey(IdentityItem.ERASED))
        .isPresent();
  }

  /// At which booth a booking is.
  static Venue venue(Booking booking, Map<Key, Map<String, AttributeValue>> items) {
    List<Show> shows = booking.booth().map(booth -> shows(booth, items)).orElse(List.of());
    Optional<Show> onThatDay =
        shows.stream().filter(show -> show.isOn(booking.startsAt())).findFirst();
    return onThatDay
        .<Venue>map(Venue.AtShow::new)
        .orElseGet(() -> shows.isEmpty() ? new Venue.Elsewhere() : new Venue.BetweenShows());
  }

  private static List<Show> shows(Booth booth, Map<Key, Map<String, AttributeValue>> items) {
    var item = items.get(key(booth));
    if (item == null) {
      return List.of();
    }
    return switch (booth) {
      case Booth.EventType _ -> Document.read(item, EventTypeItem.class).shows();
      case Booth.NamedShow _ -> List.of(Document.read(item, ShowItem.class).show());
    };
  }

  private static Optional<String> domain(Address named) {
    int at = named.value().lastIndexOf('@');
    return named.value().startsWith(MAIL) && at > 0
        ? Optional.of(named.value().substring(at + 1).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
