package services.dataminer.points.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import services.dataminer.points.platform.time.Rfc3339;

/// One value of a JSON body, to be read as what it should be. Where it is not, that is noted under
/// its path and a stand-in returned; see [Fields].
public final class Value {

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\t\\r]]");

  private final JsonNode node;
  private final String path;
  private final Violations violations;

  /// @param node what was sent; null where nothing was
  Value(JsonNode node, String path, Violations violations) {
    this.node = node;
    this.path = path;
    this.violations = violations;
  }

  /// A text, without the blanks around it; blank is as good as missing.
  ///
  /// @param longest how many characters it may have
  public String text(int longest) {
    return parsed(
            text ->
                text.length() > longest || UNPRINTABLE.matcher(text).find()
                    ? Optional.empty()
                    : Optional.of(text),
            "must have at most " + longest + " characters and no control characters")
        .orElse("");
  }

  /// A text of a certain shape.
  ///
  /// @param form to be read after "must be": `an id of 1 to 64 letters, digits, "-" and "_"`
  public String text(Pattern shape, String form) {
    return parsed(text -> Optional.of(text).filter(shape.asMatchPredicate()), "must be " + form)
        .orElse("");
  }

  /// A constant of an enumeration, by its name.
  public <E extends Enum<E>> E oneOf(Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    String names = constants.stream().map(Enum::name).collect(Collectors.joining(" or "));
    return parsed(
            text -> constants.stream().filter(one -> one.name().equals(text)).findFirst(),
            "must be " + names)
        .orElse(constants.getFirst());
  }

  /// A date, such as `2026-09-11`.
  public LocalDate date() {
    return parsed(Rfc3339::date, "must be a date such as 2026-09-11").orElse(LocalDate.EPOCH);
  }

  /// An instant, with any offset and a fraction of any length.
  public Instant instant() {
    return parsed(Rfc3339::instant, "must be a time such as 2026-09-11T10:30:00Z")
        .orElse(Instant.EPOCH);
  }

  /// A time zone by its name, such as `Europe/Brussels`.
  public ZoneId zone() {
    return parsed(
            text ->
                ZoneId.getAvailableZoneIds().contains(text)
                    ? Optional.of(ZoneId.of(text))
                    : Optional.empty(),
            "must be a time zone such as Europe/Brussels")
        .orElse(ZoneOffset.UTC);
  }

  /// An absolute URI, such as a home page.
  ///
  /// @param longest how many characters it may have
  public String uri(int longest) {
    return parsed(
            text -> Optional.of(text).filter(uri -> uri.length() <= longest && AbsoluteUri.is(uri)),
            "must be an absolute URI of at most "
                + longest
                + " characters, such as https://lms.example")
        .orElse("");
  }

  /// A whole number.
  ///
  /// @param least the smallest it may be
  /// @param most the largest it may be
  public long whole(long least, long most) {
    return present()
        .filter(
            value ->
                value.isIntegralNumber()
                    && value.canConvertToLong()
                    && value.longValue() >= least
                    && value.longValue() <= most)
        .map(JsonNode::longValue)
        .or(() -> noted("must be a whole number from " + least + " to " + most))
        .orElse(least);
  }

  /// `true` or `false`.
  public boolean flag() {
    return present()
        .filter(JsonNode::isBoolean)
        .map(JsonNode::booleanValue)
        .or(() -> noted("must be true or false"))
        .orElse(false);
  }

  /// A list; empty where it is left out.
  ///
  /// @param least how many entries it must have
  /// @param most how many entries it may have
  /// @param entry reads one entry
  public <T> List<T> list(int least, int most, Function<Value, T> entry) {
    if (isMissing() && least == 0) {
      return List.of();
    }
    Optional<JsonNode> array = present();
    if (array.isPresent() && !array.get().isArray()) {
      violations.add(path, "must be a list");
    } else if (array.isPresent() && (array.get().size() < least || array.get().size() > most)) {
      violations.add(path, "must have " + least + " to " + most + " entries");
    } else if (array.isPresent()) {
      return entries(array.get(), entry);
    }
    return List.of();
  }

  /// What the reader makes of an object.
  ///
  /// @return null where it is invalid
  public <T> T object(Function<Fields, T> reader) {
    Fields fields = fields();
    T value = null;
    try {
      value = reader.apply(fields);
    } catch (ProblemException refused) {
      throw refused;
    } catch (RuntimeException e) {
      // A stand-in may be refused by what it is put into; the violation behind it is noted already.
      if (violations.isEmpty()) {
        throw e;
      }
    }
    fields.refuseUnknown();
    return value;
  }

  /// The fields of an object. Where it is none, that is the only violation noted, and not what is
  /// then missing below it.
  public Fields fields() {
    return present()
        .flatMap(
            value ->
                value instanceof ObjectNode object
                    ? Optional.of(new Fields(object, path, violations))
                    : noted("must be an object"))
        .orElseGet(
            () -> new Fields(JsonNodeFactory.instance.objectNode(), path, new Violations(false)));
  }

  /// Whether this was left out or is null.
  public boolean isMissing() {
    return node == null || node.isNull();
  }

  /// Whether nothing is wrong with this so far, so that it makes sense to hold it against others.
  public boolean isSound() {
    return !violations.concern(path);
  }

  /// Whether this says anything: it is there, and no blank text, empty list or empty object.
  public boolean isFilled() {
    return !isMissing()
        && (node.isTextual() ? !node.textValue().isBlank() : node.isValueNode() || !node.isEmpty());
  }

  /// Whether this is an object, to distinguish a sender's two spellings of a field.
  public boolean isObject() {
    return node != null && node.isObject();
  }

  /// Notes that this is not what it should be.
  ///
  /// @param message to be read after the field's name: `is an event type of another show`
  public void addViolation(String message) {
    violations.add(path, message);
  }

  private <T> List<T> entries(JsonNode array, Function<Value, T> reader) {
    var entries = new ArrayList<T>();
    for (int i = 0; i < array.size(); i++) {
      T entry = reader.apply(new Value(array.get(i), path + "[" + i + "]", violations));
      if (entry != null) {
        entries.add(entry);
      }
    }
    return List.copyOf(entries);
  }

  /// What the caller's parser makes of a text, if it is there and the parser makes something of it.
  ///
  /// @param parser gives nothing where a text means none
  /// @param otherwise noted where there is none, to be read after the field's name
  public <T> T text(Function<String, Optional<T>> parser, String otherwise, T standIn) {
    return parsed(parser, otherwise).orElse(standIn);
  }

  private <T> Optional<T> parsed(Function<String, Optional<T>> parser, String otherwise) {
    Optional<JsonNode> value = present();
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!value.get().isTextual()) {
      return noted("must be a string");
    }
    String text = value.get().textValue().strip();
    if (text.isEmpty()) {
      return noted("must not be empty");
    }
    return parser.apply(text).or(() -> noted(otherwise));
  }

  private Optional<JsonNode> present() {
    return isMissing() ? noted("is missing") : Optional.of(node);
  }

  private <T> Optional<T> noted(String message) {
    addViolation(message);
    return Optional.empty();
  }
}
