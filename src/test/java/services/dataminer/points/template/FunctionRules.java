package services.dataminer.points.template;

import static services.dataminer.points.template.Rule.unless;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What every function must keep.
final class FunctionRules {

  private static final Pattern SECRET_NAME =
      Pattern.compile("SECRET|TOKEN|PASSWORD|PASSWD|CREDENTIAL|PRIVATE|API_?KEY|_KEY$");
  private static final Pattern SECRET_VALUE =
      Pattern.compile("whsec_.*|.*\\{\\{resolve:.*|[A-Za-z0-9+/=_-]{32,}");
  private static final List<String> NAMES_OF_NO_SECRET = List.of("POINTS_SECRETS_PATH");

  static final Rule PACKAGE =
      Rule.ofFunctions(
          "every function is the one function.zip, on Java 25 and arm64, behind Funqy",
          function ->
              Stream.of(
                      is(function, "target/function.zip", "CodeUri"),
                      is(
                          function,
                          "services.dataminer.points.functions.wiring.FunctionEntry",
                          "Handler"),
                      is(function, "java25", "Runtime"),
                      unless(
                          function
                              .properties()
                              .get("Architectures")
                              .scalars()
                              .toList()
                              .equals(List.of("arm64")),
                          "Architectures are not [arm64]"))
                  .flatMap(violation -> violation));

  static final Rule ONE_NAME =
      Rule.ofFunctions(
          "a function has one name: in @Funq, as a resource, in AWS and of its log",
          function ->
              Stream.of(
                      unless(
                          function.id().equals(resourceId(function.name())),
                          "exports " + function.name()),
                      unless(
                          function
                              .properties()
                              .get("FunctionName")
                              .pattern()
                              .equals("devops-points-${Stage}-" + function.name()),
                          "is named otherwise than " + function.name()))
                  .flatMap(violation -> violation));

  static final Rule SNAPSHOT =
      Rule.ofFunctions(
          "every function starts from the snapshot of a version that each change publishes",
          function ->
              Stream.of(
                      is(function, "PublishedVersions", "SnapStart", "ApplyOn"),
                      is(function, "live", "AutoPublishAlias"),
                      is(function, "true", "AutoPublishAliasAllProperties"),
                      unless(
                          function.properties().get("AutoPublishCodeSha256").pointsTo("Release"),
                          "is not published for a new Release"))
                  .flatMap(violation -> violation));

  static final Rule TRACED =
      Rule.ofFunctions("every function is traced", function -> is(function, "Active", "Tracing"));

  static final Rule LOGS =
      new Rule(
          "every function writes JSON to a log of its own",
          template ->
              template.functions().stream().flatMap(function -> logViolations(template, function)));

  static final Rule TIME_FOR_HTTP =
      Rule.ofFunctions(
          "a function behind HTTP gives up before the gateway's 30 seconds",
          function ->
              unless(
                  function.events("HttpApi").isEmpty()
                      || function.properties().get("Timeout").number() < 30,
                  "may run as long as the gateway waits"));

  static final Rule NO_SECRET =
      Rule.ofFunctions(
          "no secret is in an environment variable",
          function ->
              function.environment().entries().entrySet().stream()
                  .filter(it -> looksSecret(it.getKey(), it.getValue()))
                  .map(it -> it.getKey() + " looks like a secret"));

  static final Rule ENVIRONMENT =
      Rule.ofFunctions(
          "every function is told what differs per stage",
          function ->
              Stream.of(
                      unless(
                          function.environment().get("POINTS_TABLE").isTableInUse(),
                          "POINTS_TABLE is not the table in use"),
                      unless(
                          function.environment().get("POINTS_SECRETS_PATH").isSecretsPath(),
                          "POINTS_SECRETS_PATH is not the stage's"),
                      told(function, "POINTS_PROGRAM_TIME_ZONE", "ProgramTimeZone"),
                      told(function, "POINTS_PROGRAM_SKYLINE_DOMAINS", "SkylineDomains"),
                      told(function, "POINTS_ACCESS_MEMBER_ID_CLAIM", "MemberIdClaim"),
                      told(function, "POINTS_ACCESS_ADMIN_SCOPE", "AdminScope"))
                  .flatMap(violation -> violation));

  static final Rule GRADUAL =
      Rule.ofFunctions(
          "a function behind HTTP is replaced gradually if that is asked for, and taken back on alarms",
          function -> {
            Section preference = function.properties().get("DeploymentPreference");
            boolean right =
                preference.get("Enabled").pointsTo("GradualHttp")
                    && preference.get("Type").text().startsWith("Canary")
                    && preference
                        .get("Alarms")
                        .references()
                        .toList()
                        .equals(List.of("HttpErrorsAlarm", "HttpThrottlesAlarm"));
            return unless(
                function.events("HttpApi").isEmpty() ? !preference.exists() : right,
                "is replaced otherwise");
          });

  static List<Rule> all() {
    return List.of(
        PACKAGE, ONE_NAME, SNAPSHOT, TRACED, LOGS, TIME_FOR_HTTP, NO_SECRET, ENVIRONMENT, GRADUAL);
  }

  private static Stream<String> is(LambdaFunction function, String wanted, String... path) {
    String found = function.properties().get(path).text();
    return unless(
        found.equals(wanted), String.join(".", path) + " is " + found + ", not " + wanted);
  }

  private static Stream<String> told(LambdaFunction function, String variable, String name) {
    return unless(
        function.environment().get(variable).pointsTo(name), variable + " is not !Ref " + name);
  }

  private static Stream<String> logViolations(Template template, LambdaFunction function) {
    Section logging = function.properties().get("LoggingConfig");
    String name =
        logging
            .get("LogGroup")
            .reference()
            .flatMap(template::resource)
            .map(log -> log.properties().get("LogGroupName").pattern())
            .orElse("");
    return Stream.concat(
        unless(
            name.equals("/aws/lambda/devops-points-${Stage}-" + function.name()),
            function.id() + ": has no log group of its own"),
        unless(
            logging.get("LogFormat").text().equals("JSON"), function.id() + ": does not log JSON"));
  }

  private static boolean looksSecret(String variable, Section value) {
    boolean named = SECRET_NAME.matcher(variable).find() && !NAMES_OF_NO_SECRET.contains(variable);
    return named || value.scalars().anyMatch(scalar -> SECRET_VALUE.matcher(scalar).matches());
  }

  private static String resourceId(String name) {
    return Arrays.stream(name.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining("", "", "Function"));
  }

  private FunctionRules() {}
}
