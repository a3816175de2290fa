package services.dataminer.points.program.rules;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What calendars invite that is nobody: rooms and other resources, and robots that take notes.
///
/// @param entries addresses (`notes@acme.example`) and domains (`fireflies.ai`, which stands for
///   its subdomains, too), in lower case
public record NotPeople(Set<String> entries) {

  /// Everyone is somebody.
  public static final NotPeople NONE = new NotPeople(Set.of());

  /// Possessive, as a group that could give back would be one call deeper for each label.
  private static final Pattern ENTRY = Pattern.compile("([^@\\s]+@)?[^@\\s.]+(?:\\.[^@\\s.]++)++");

  /// @throws IllegalArgumentException if an entry is neither an address nor a domain
  public NotPeople {
    entries.stream()
        .filter(entry -> !isEntry(entry))
        .findFirst()
        .ifPresent(
            entry -> {
              throw new IllegalArgumentException("neither an address nor a domain: " + entry);
            });
    entries = Set.copyOf(entries);
  }

  public static boolean isEntry(String text) {
    return ENTRY.matcher(text).matches() && text.equals(text.toLowerCase(Locale.ROOT));
  }

  /// Whether nobody is behind an address.
  ///
  /// @param address in lower case
  public boolean holds(String address) {
    String name = address.substring(address.indexOf('@') + 1);
    boolean held = entries.contains(address);
    while (!held && !name.isEmpty()) {
      held = entries.contains(name);
      int dot = name.indexOf('.');
      name = dot < 0 ? "" : name.substring(dot + 1);
    }
    return held;
  }

  @Override
  public String toString() {
    return String.join(", ", new TreeSet<>(entries));
  }
}
