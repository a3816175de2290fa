package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.program.activity.Address;

/// Who acts: an agent, which is a person or a system, or a group of them.
final class Actors {

  private static final List<String> IDENTIFIERS =
      List.of("mbox", "mbox_sha1sum", "openid", "account");
  private static final String MEMBER = "member";
  private static final String OBJECT_TYPE = "objectType";

  private static final Shape ACCOUNT =
      Shape.object(Map.of("homePage", Texts.IRI, "name", Texts.NAME), Map.of());

  static final Shape AGENT =
      Shape.object(
              Map.of(),
              Map.of(
                  OBJECT_TYPE,
                  Texts.word("Agent"),
                  "name",
                  Texts.TEXT,
                  "mbox",
                  Texts.MAILBOX,
                  "mbox_sha1sum",
                  Texts.MAILBOX_HASH,
                  "openid",
                  Texts.IRI,
                  "account",
                  ACCOUNT))
          .and(identifiedBy("exactly one", 1, 1));

  static final Shape GROUP =
      Shape.object(
              Map.of(OBJECT_TYPE, Texts.word("Group")),
              Map.of(
                  "name",
                  Texts.TEXT,
                  MEMBER,
                  Shape.list(AGENT),
                  "mbox",
                  Texts.MAILBOX,
                  "mbox_sha1sum",
                  Texts.MAILBOX_HASH,
                  "openid",
                  Texts.IRI,
                  "account",
                  ACCOUNT))
          .and(identifiedBy("at most one", 0, 1))
          .and(
              Shape.must(
                  group -> identifiers(group).count() > 0 || group.has(MEMBER),
                  "must be identified or list its members"));

  static final Shape ACTOR = actor -> (isGroup(actor) ? GROUP : AGENT).violation(actor);

  /// Who vouches for a statement: an agent, or the application and the user of an OAuth grant.
  static final Shape AUTHORITY =
      authority -> (isGroup(authority) ? GROUP.and(Actors::granted) : AGENT).violation(authority);

  private Actors() {}

  private static Optional<Shape.Violation> granted(JsonNode group) {
    return identifiers(group).findAny().isEmpty() && group.path(MEMBER).size() == 2
        ? Optional.empty()
        : Shape.wrong("must be an agent, or a group of two members without an identifier");
  }

  private static Shape identifiedBy(String howMany, int least, int most) {
    return Shape.must(
        actor -> identifiers(actor).count() >= least && identifiers(actor).count() <= most,
        "must be identified by " + howMany + " of " + String.join(", ", IDENTIFIERS));
  }

  private static Stream<String> identifiers(JsonNode actor) {
    return IDENTIFIERS.stream().filter(actor::has);
  }

  static boolean isGroup(JsonNode actor) {
    return actor.path(OBJECT_TYPE).asText().equals("Group");
  }

  /// The person that an agent names, as an IRI; empty for a group.
  ///
  /// @param actor of the shape above
  static Optional<Address> person(JsonNode actor) {
    return isGroup(actor)
        ? Optional.empty()
        : identifiers(actor).findFirst().map(name -> identity(name, actor.get(name)));
  }

  private static Address identity(String identifier, JsonNode value) {
    return switch (identifier) {
      case "mbox" -> MailtoIri.address(value.textValue()).orElseThrow().address();
      case "mbox_sha1sum" -> new Address("sha1:" + value.textValue().toLowerCase(Locale.ROOT));
      case "openid" -> new Address("openid:" + value.textValue());
      case "account" ->
          new Address(
              "account:" + value.get("homePage").textValue() + "|" + value.get("name").textValue());
      default -> throw new IllegalArgumentException("no identifier: " + identifier);
    };
  }
}
