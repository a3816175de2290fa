package services.dataminer.points.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import services.dataminer.points.localcloud.Tree;

/// A part of a YAML document. What is not there is a section too, without a value, so that a rule
/// can ask for it and say that it is missing.
///
/// @param value a map, a list, a scalar, or null for nothing
record Section(Object value) {

  private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{(\\w+)[.}]");

  private static final String GIVEN_TABLE =
      "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${TableName}";

  static final Section NOTHING = new Section(null);

  boolean exists() {
    return value != null;
  }

  /// What stands under these keys, one below the other.
  Section get(String... path) {
    Section section = this;
    for (String key : path) {
      section = section.value instanceof Map<?, ?> map ? new Section(map.get(key)) : NOTHING;
    }
    return section;
  }

  /// Its scalar, or nothing for anything else.
  String text() {
    return switch (value) {
      case null -> "";
      case Map<?, ?> _, List<?> _ -> "";
      default -> value.toString();
    };
  }

  /// Its number, or -1.
  long number() {
    return value instanceof Number number ? number.longValue() : -1;
  }

  boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  /// Its items; a value that is no list is the only item, nothing has none.
  List<Section> items() {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().map(Section::new).toList();
      default -> List.of(this);
    };
  }

  /// Its entries in the order of the document.
  Map<String, Section> entries() {
    Map<String, Section> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, entry) -> entries.put(key.toString(), new Section(entry)));
    }
    return entries;
  }

  /// The name in `!Ref name`.
  Optional<String> reference() {
    return Optional.of(get("Ref").text()).filter(name -> !name.isEmpty());
  }

  /// The resource in `!GetAtt resource.attribute`.
  Optional<String> attributeOwner() {
    return Optional.of(get("Fn::GetAtt").text())
        .filter(attribute -> !attribute.isEmpty())
        .map(attribute -> attribute.substring(0, attribute.indexOf('.')));
  }

  /// The text in `!Sub text` or in `!Sub [text, variables]`.
  String pattern() {
    return get("Fn::Sub").items().stream().findFirst().map(Section::text).orElse("");
  }

  /// The value of a variable in `!Sub [text, variables]`.
  Section variable(String name) {
    List<Section> parts = get("Fn::Sub").items();
    return parts.size() > 1 ? parts.get(1).get(name) : NOTHING;
  }

  /// Whether it is the path of the stage's secrets: the one given, or else by the stage.
  boolean isSecretsPath() {
    return isChoice(
        "SecretsPathIsGiven",
        given -> given.pointsTo("SecretsPath"),
        otherwise -> otherwise.pattern().equals("/devops-points/${Stage}"));
  }

  /// Whether it is the name of the table in use: the one given, or else the template's own.
  boolean isTableInUse() {
    return isChoice(
        "TableIsGiven",
        given -> given.pointsTo("TableName"),
        otherwise -> otherwise.pointsTo("PointsTable"));
  }

  /// Whether it is the ARN of the table in use.
  boolean isArnOfTableInUse() {
    return isChoice(
        "TableIsGiven",
        given -> given.pattern().equals(GIVEN_TABLE),
        otherwise -> otherwise.attributeOwner().filter("PointsTable"::equals).isPresent());
  }

  /// Whether it is the ARN of the index of what is due, of the table in use.
  boolean isArnOfIndexInUse() {
    return isChoice(
        "TableIsGiven",
        given -> given.pattern().equals(GIVEN_TABLE + "/index/due"),
        otherwise -> otherwise.pattern().equals("${PointsTable.Arn}/index/due"));
  }

  /// Whether it is `!If [condition, given, otherwise]`.
  private boolean isChoice(
      String condition, Predicate<Section> given, Predicate<Section> otherwise) {
    List<Section> choice = get("Fn::If").items();
    return choice.size() == 3
        && choice.get(0).text().equals(condition)
        && given.test(choice.get(1))
        && otherwise.test(choice.get(2));
  }

  /// Whether it is `!Ref` or `!GetAtt` of the resource.
  boolean pointsTo(String resource) {
    return reference().or(this::attributeOwner).filter(resource::equals).isPresent();
  }

  /// Every scalar in it, at any depth.
  Stream<String> scalars() {
    return switch (value) {
      case Map<?, ?> map -> map.values().stream().map(Section::new).flatMap(Section::scalars);
      case List<?> list -> list.stream().map(Section::new).flatMap(Section::scalars);
      case null -> Stream.empty();
      default -> Stream.of(value.toString());
    };
  }

  /// The names of all that it refers to by `!Ref`, `!GetAtt` or `!Sub`, at any depth.
  Stream<String> references() {
    return switch (value) {
      case Map<?, ?> _ ->
          Stream.of(
                  reference().stream(),
                  attributeOwner().stream(),
                  SUBSTITUTED.matcher(pattern()).results().map(match -> match.group(1)),
                  entries().values().stream().flatMap(Section::references))
              .flatMap(names -> names);
      case List<?> _ -> items().stream().flatMap(Section::references);
      case null, default -> Stream.empty();
    };
  }

  /// This section with another laid over it, as SAM lays a function over its globals: maps are
  /// merged, lists appended, scalars replaced.
  Section overlaidWith(Section other) {
    return new Section(Tree.merged(value, other.value));
  }
}
