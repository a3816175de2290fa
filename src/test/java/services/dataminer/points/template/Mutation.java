package services.dataminer.points.template;

/// A way to break a rule, as a slip of the hand would.
///
/// @param rule the rule that must notice
/// @param wanted a text of the template
/// @param slip what stands there instead, at its first place
record Mutation(Rule rule, String wanted, String slip) {

  /// The template with the slip in it.
  String applyTo(String template) {
    int at = template.indexOf(wanted);
    if (at < 0) {
      throw new IllegalStateException("the template no longer says: " + wanted);
    }
    return template.substring(0, at) + slip + template.substring(at + wanted.length());
  }

  @Override
  public String toString() {
    return "'" + wanted.strip() + "' as '" + slip.strip() + "' breaks: " + rule;
  }
}
