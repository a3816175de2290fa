package services.dataminer.points.functions.pages.view;

import services.dataminer.points.program.rules.Level;

/// Levels as people call them.
public final class LevelNames {

  private LevelNames() {}

  public static String of(Level level) {
    return switch (level) {
      case MEMBER -> "Member";
      case ADVOCATE -> "Advocate";
      case ENABLER -> "Enabler";
      case CATALYST -> "Catalyst";
    };
  }

  /// Such as "an Enabler".
  static String withArticle(Level level) {
    return article(level) + " " + of(level);
  }

  static String article(Level level) {
    return switch (level) {
      case ADVOCATE, ENABLER -> "an";
      case MEMBER, CATALYST -> "a";
    };
  }
}
