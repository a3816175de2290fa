package services.dataminer.points.functions.pages.form;

import services.dataminer.points.functions.pages.form.FieldKind.Choice;
import services.dataminer.points.functions.pages.form.FieldKind.Day;
import services.dataminer.points.functions.pages.form.FieldKind.Flag;
import services.dataminer.points.functions.pages.form.FieldKind.Hidden;
import services.dataminer.points.functions.pages.form.FieldKind.Lines;
import services.dataminer.points.functions.pages.form.FieldKind.Moment;
import services.dataminer.points.functions.pages.form.FieldKind.Text;
import services.dataminer.points.functions.pages.form.FieldKind.Whole;

/// A field of a form, which stands for one of an API call.
///
/// @param name the dotted path of the call's field
/// @param label what people read
/// @param hint what to enter, under the label; empty where the label says it all
/// @param isRequired whether the call needs it
/// @param isExclusive whether what one entry has in it, no other entry can have
/// @param isFixed whether it is shown and stays as it is
public record FormField(
    String name,
    String label,
    String hint,
    FieldKind kind,
    boolean isRequired,
    boolean isExclusive,
    boolean isFixed) {

  public static FormField needed(String name, String label, String hint, FieldKind kind) {
    return new FormField(name, label, hint, kind, true, false, false);
  }

  static FormField optional(String name, String label, String hint, FieldKind kind) {
    return new FormField(name, label, hint, kind, false, false, false);
  }

  /// The same field of entries that share nothing in it.
  FormField exclusive() {
    return new FormField(name, label, hint, kind, isRequired, true, isFixed);
  }

  /// The same field of an entry for which it cannot change.
  public FormField fixed() {
    return new FormField(name, label, hint, kind, isRequired, isExclusive, true);
  }

  /// Whether what is wrong with the API's field concerns this one, which people can correct.
  ///
  /// @param path as the API reports it, such as `emails[0]` or `points.passed`
  boolean covers(String path) {
    return !(kind instanceof Hidden)
        && (path.equals(name) || path.startsWith(name + "[") || path.startsWith(name + "."));
  }

  /// The kind of control that a browser shows: a type of `input`, or another element.
  public String control() {
    return switch (kind) {
      case Text _ -> "text";
      case Day _ -> "date";
      case Whole _ -> "number";
      case Moment _ -> "datetime-local";
      case Choice _ -> "select";
      case Flag _ -> "checkbox";
      case Lines _ -> "textarea";
      case Hidden _ -> "hidden";
    };
  }
}
