package services.dataminer.points.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The fields of a JSON object, read by name and checked on the way, so that one answer names
/// everything that is wrong:
///
/// ```
/// UseCase accepted =
///     Fields.strict(request.json(LIMIT_BYTES))
///         .read(
///             body ->
///                 new UseCase(
///                     body.text("title", 200),
///                     body.list("authors", 1, 40, author -> author.text(64)),
///                     body.whole("points", 250, 1000),
///                     body.date("acceptedOn")));
/// ```
///
/// An invalid field is noted and a stand-in returned in its place (an empty text, the epoch, the
/// least number, null for an object that could not be made), so that reading goes on to the next
/// field. [#read] never lets a stand-in out: it throws if anything was wrong. `null` is the same as
/// a field left out.
public final class Fields {

  private final ObjectNode object;
  private final String path;
  private final Violations violations;
  private final Set<String> known = new HashSet<>();

  Fields(ObjectNode object, String path, Violations violations) {
    this.object = object;
    this.path = path;
    this.violations = violations;
  }

  /// Fields of which none may be unknown, here or further down.
  public static Fields strict(ObjectNode body) {
    return new Fields(body, "", new Violations(true));
  }

  /// Fields among which unknown ones are passed over.
  public static Fields lenient(ObjectNode body) {
    return new Fields(body, "", new Violations(false));
  }

  /// What the reader makes of these fields.
  ///
  /// @param reader reads each field and makes a value of them; it only reads, since it also runs
  ///   where fields are invalid, and what it then throws is passed over
  /// @throws ProblemException 422 with every field that is wrong or, if strict, unknown
  public <T> T read(Function<Fields, T> reader) {
    T value = null;
    RuntimeException thrown = null;
    try {
      value = reader.apply(this);
    } catch (ProblemException refused) {
      throw refused;
    } catch (RuntimeException e) {
      thrown = e;
    }
    refuseUnknown();
    throwIfInvalid();
    if (thrown != null) {
      throw thrown;
    }
    return value;
  }

  /// A text that must be there and not be blank, without the blanks around it.
  ///
  /// @param longest how many characters it may have
  public String text(String name, int longest) {
    return at(name).text(longest);
  }

  /// A text that people read, such as a name: the same, with something to be seen.
  ///
  /// @param longest how many characters it may have
  public String words(String name, int longest) {
    return VisibleText.in(at(name), longest);
  }

  /// A date that must be there, such as `2026-09-11`.
  public LocalDate date(String name) {
    return at(name).date();
  }

  /// An instant that must be there, with any offset.
  public Instant instant(String name) {
    return at(name).instant();
  }

  /// A whole number that must be there.
  ///
  /// @param least the smallest it may be
  /// @param most the largest it may be
  public long whole(String name, long least, long most) {
    return at(name).whole(least, most);
  }

  /// A list; empty where it is left out.
  ///
  /// @param least how many entries it must have
  /// @param most how many entries it may have
  /// @param entry reads one entry
  public <T> List<T> list(String name, int least, int most, Function<Value, T> entry) {
    return at(name).list(least, most, entry);
  }

  /// A field that must be there, to be read as whatever it is.
  public Value at(String name) {
    known.add(name);
    return new Value(object.get(name), path(name), violations);
  }

  /// A field that may be left out.
  ///
  /// @param reader reads it where it is there
  public <T> Optional<T> optional(String name, Function<Value, T> reader) {
    return has(name) ? Optional.ofNullable(reader.apply(at(name))) : Optional.empty();
  }

  /// Whether a field is there and not null. One that is asked for is known.
  public boolean has(String name) {
    known.add(name);
    JsonNode value = object.get(name);
    return value != null && !value.isNull();
  }

  /// A text that came beside the body, such as a header, to be read and checked like a field of it.
  ///
  /// @param name under which its violations are reported
  public Value beside(String name, Optional<String> text) {
    return new Value(text.map(TextNode::valueOf).orElse(null), name, violations);
  }

  /// Notes what is wrong with a field, for conditions that no single field shows.
  ///
  /// @param name the field, or a path below this object
  /// @param message to be read after the field's name: `must not be before startsOn`
  public void addViolation(String name, String message) {
    violations.add(path(name), message);
  }

  /// Whether nothing is wrong so far with any of these fields or below them, so that it makes sense
  /// to hold them against each other.
  public boolean sound(String... names) {
    return Arrays.stream(names).noneMatch(name -> violations.concern(path(name)));
  }

  /// The dotted path of a field of this object, as it was sent.
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /// Notes every field that was not asked for, if this is strict. [#read] and [Value#object] do so.
  void refuseUnknown() {
    if (violations.strict()) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (!known.contains(name)) {
                  addViolation(name, "is not a known field: remove it");
                }
              });
    }
  }

  /// @throws ProblemException 422 with every violation noted so far, if there is one
  private void throwIfInvalid() {
    if (!violations.isEmpty()) {
      throw Problem.invalidFields(violations.all()).asException();
    }
  }
}
