package services.dataminer.points.functions.lms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import services.dataminer.points.platform.time.Iso8601;
import services.dataminer.points.program.address.Iri;

/// The texts of certain forms that statements are made of.
final class Texts {

  private static final String LETTERS = "a string";
  private static final Predicate<String> LANGUAGE =
      Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,20}").asMatchPredicate();
  private static final String LANGUAGE_TAG = "a language tag such as en or en-GB";
  private static final Predicate<String> UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}").asMatchPredicate();
  private static final Predicate<String> SHA1 =
      Pattern.compile("[0-9a-fA-F]{40}").asMatchPredicate();
  private static final Predicate<String> VERSION =
      Pattern.compile("1\\.0(\\.[0-9]+)?|2\\.0\\.[0-9]+").asMatchPredicate();

  /// ISO 8601, where weeks stand alone, and the seconds without a T that the specification itself
  /// gives as an example.
  private static final Predicate<String> DURATION =
      Pattern.compile(
              "P(?!$)(N?Y)?(N?M)?(N?D)?(T(?!$)(N?H)?(N?M)?(N?S)?)?|PN?W|PN?S"
                  .replace("N?", "[0-9]+(?:[.,][0-9]+)?"))
          .asMatchPredicate();

  static final Shape TEXT = Shape.text(_ -> true, LETTERS);
  static final Shape NAME = Shape.text(text -> !text.isEmpty(), "a non-empty string");
  static final Shape IRI =
      Shape.text(Iri::is, "an IRI with a scheme, such as https://lms.example/course");
  static final Shape UUID = Shape.text(Texts::isUuid, "a UUID in its standard form");
  static final Shape MAILBOX =
      Shape.text(
          text -> MailtoIri.address(text).isPresent(),
          "mailto: and an e-mail address, such as mailto:ada@acme.example");
  static final Shape MAILBOX_HASH = Shape.text(SHA1, "the SHA-1 of a mailto IRI, 40 hex digits");
  static final Shape TIMESTAMP =
      Shape.text(
          text -> Iso8601.instant(text).isPresent(),
          "an ISO 8601 time such as 2026-09-01T10:00:00Z");
  static final Shape LANGUAGE_CODE = Shape.text(LANGUAGE, LANGUAGE_TAG);
  static final Shape LANGUAGES = Shape.map(LANGUAGE, LANGUAGE_TAG, TEXT);
  static final Shape XAPI_VERSION = Shape.text(VERSION, "1.0.x or 2.0.x");
  static final Shape TIME_SPAN = Shape.text(DURATION, "an ISO 8601 duration such as PT1H30M");
  static final Shape FLAG = Shape.must(JsonNode::isBoolean, "must be true or false, unquoted");
  static final Shape NUMBER = Shape.must(JsonNode::isNumber, "must be a number, unquoted");

  private Texts() {}

  static boolean isUuid(String text) {
    return UUID_FORM.test(text);
  }

  /// Exactly this text.
  static Shape word(String word) {
    return Shape.text(word::equals, word);
  }
}
