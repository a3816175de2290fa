package services.dataminer.points.template;

import java.util.List;
import java.util.stream.Stream;

/// For every rule at least one slip that it must notice.
final class Mutations {

  static List<Mutation> all() {
    return Stream.of(functions(), queues(), schedules(), canaries(), api(), StackMutations.all())
        .flatMap(mutations -> mutations)
        .toList();
  }

  private static Stream<Mutation> functions() {
    return Stream.of(
        new Mutation(FunctionRules.PACKAGE, "CodeUri: target/function.zip", "CodeUri: target/"),
        new Mutation(FunctionRules.PACKAGE, "wiring.FunctionEntry", "wiring.FunctionExit"),
        new Mutation(FunctionRules.PACKAGE, "Runtime: java25", "Runtime: java21"),
        new Mutation(FunctionRules.PACKAGE, "[arm64]", "[x86_64]"),
        new Mutation(
            FunctionRules.GRADUAL, "[!Ref HttpErrorsAlarm, !Ref HttpThrottlesAlarm]", "[]"),
        new Mutation(FunctionRules.GRADUAL, "Enabled: !Ref GradualHttp", "Enabled: true"),
        new Mutation(FunctionRules.ONE_NAME, "EXPORT: member-api", "EXPORT: admin-api"),
        new Mutation(FunctionRules.ONE_NAME, "${Stage}-member-api", "${Stage}-members"),
        new Mutation(FunctionRules.SNAPSHOT, "ApplyOn: PublishedVersions", "ApplyOn: None"),
        new Mutation(FunctionRules.SNAPSHOT, "    AutoPublishAlias: live\n", ""),
        new Mutation(FunctionRules.SNAPSHOT, "AllProperties: true", "AllProperties: false"),
        new Mutation(FunctionRules.SNAPSHOT, "      AutoPublishCodeSha256: !Ref Release\n", ""),
        new Mutation(FunctionRules.TRACED, "Tracing: Active", "Tracing: PassThrough"),
        new Mutation(FunctionRules.LOGS, "LogFormat: JSON", "LogFormat: Text"),
        new Mutation(FunctionRules.LOGS, "!Ref AdminApiLog", "!Ref MemberApiLog"),
        new Mutation(
            FunctionRules.LOGS, "      LoggingConfig:\n        LogGroup: !Ref AdminApiLog\n", ""),
        new Mutation(
            FunctionRules.LOGS,
            "/aws/lambda/devops-points-${Stage}-member-api",
            "/aws/lambda/members"),
        new Mutation(FunctionRules.TIME_FOR_HTTP, "Timeout: 20", "Timeout: 30"),
        new Mutation(
            FunctionRules.NO_SECRET,
            "ADMIN_SCOPE: !Ref AdminScope",
            "ADMIN_SCOPE: !Ref AdminScope\n        CALENDAR_SECRET: x"),
        new Mutation(
            FunctionRules.NO_SECRET,
            "ADMIN_SCOPE: !Ref AdminScope",
            "ADMIN_SCOPE: !Ref AdminScope\n        CALENDAR: whsec_bG9jYWw="),
        new Mutation(
            FunctionRules.NO_SECRET,
            "ADMIN_SCOPE: !Ref AdminScope",
            "ADMIN_SCOPE: !Ref AdminScope\n        CALENDAR: \"{{resolve:secretsmanager:calendar}}\""),
        new Mutation(
            FunctionRules.ENVIRONMENT,
            "        POINTS_PROGRAM_TIME_ZONE: !Ref ProgramTimeZone\n",
            ""),
        new Mutation(
            FunctionRules.ENVIRONMENT, "!Sub \"/devops-points/${Stage}\"]", "/devops-points/prod]"),
        new Mutation(
            FunctionRules.ENVIRONMENT,
            "TABLE: !If [TableIsGiven, !Ref TableName,",
            "TABLE: !If [SecretsKeyIsOwn, !Ref TableName,"));
  }

  private static Stream<Mutation> queues() {
    return Stream.of(
        new Mutation(
            QueueRules.ONE_POLLER,
            "Queue: !GetAtt VirtualMeetingQueue.Arn",
            "Queue: !GetAtt ExhibitionMeetingQueue.Arn"),
        new Mutation(
            QueueRules.ONE_POLLER,
            "VIRTUAL_MEETING: !Ref VirtualMeetingQueue",
            "VIRTUAL_MEETING: !Ref ExhibitionMeetingQueue"),
        new Mutation(QueueRules.VISIBILITY, "VisibilityTimeout: 360", "VisibilityTimeout: 300"),
        new Mutation(QueueRules.VISIBILITY, "Timeout: 60\n", "Timeout: 90\n"),
        new Mutation(QueueRules.REDRIVE, "maxReceiveCount: 120", "maxReceiveCount: 5"),
        new Mutation(
            QueueRules.REDRIVE,
            "      RedrivePolicy:\n"
                + "        deadLetterTargetArn: !GetAtt DeadLetterQueue.Arn\n"
                + "        maxReceiveCount: 120\n",
            ""),
        new Mutation(QueueRules.DEAD_LETTERS, "RetentionPeriod: 1209600", "RetentionPeriod: 86400"),
        new Mutation(
            QueueRules.DEAD_LETTERS, "RetentionPeriod: 345600", "RetentionPeriod: 1209600"),
        new Mutation(
            QueueRules.DEAD_LETTERS, "redrivePermission: byQueue", "redrivePermission: allowAll"),
        new Mutation(
            QueueRules.DEAD_LETTERS,
            "!Sub \"arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:devops-points-${Stage}-virtual-meeting\"",
            "!GetAtt VirtualMeetingQueue.Arn"),
        new Mutation(
            QueueRules.DEAD_LETTERS, "redrivePermission: denyAll", "redrivePermission: allowAll"),
        new Mutation(QueueRules.ENCRYPTED, "SseEnabled: true", "SseEnabled: false"),
        new Mutation(
            QueueRules.PARTIAL_BATCHES,
            "            FunctionResponseTypes: [ReportBatchItemFailures]\n",
            ""),
        new Mutation(QueueRules.PARTIAL_BATCHES, "BatchSize: 10", "BatchSize: 100"),
        new Mutation(
            QueueRules.PARTIAL_BATCHES, "MaximumConcurrency: 10", "MaximumConcurrency: 1"));
  }

  private static Stream<Mutation> schedules() {
    return Stream.of(
        new Mutation(ScheduleRules.EXPRESSION, "rate(15 minutes)", "rate(15 minute)"),
        new Mutation(ScheduleRules.EXPRESSION, "cron(0 1 * * ? *)", "cron(0 1 * * *)"),
        new Mutation(ScheduleRules.EXPRESSION, "cron(0 1 * * ? *)", "cron(0 1 * * * *)"),
        new Mutation(
            ScheduleRules.EXPRESSION,
            "            ScheduleExpressionTimezone: !Ref ProgramTimeZone\n",
            ""),
        new Mutation(ScheduleRules.CALL, "<aws.scheduler.scheduled-time>", "now"),
        new Mutation(
            ScheduleRules.CALL,
            "OmitName: true\n            Description: Every 15",
            "Name: nightly\n            Description: Every 15"),
        new Mutation(ScheduleRules.KEPT_ACTIVE, "OmitName: true", "Name: daily"),
        new Mutation(
            ScheduleRules.NOT_DELIVERED,
            "            DeadLetterConfig:\n              Arn: !GetAtt NightDeadLetterQueue.Arn\n",
            ""),
        new Mutation(ScheduleRules.NOT_DELIVERED, "  MaximumEventAgeInSeconds: 900", "  Age: 900"),
        new Mutation(
            ScheduleRules.FAILED, "MaximumRetryAttempts: 2\n", "MaximumRetryAttempts: 0\n"),
        new Mutation(
            ScheduleRules.FAILED,
            "            Destination: !GetAtt NightDeadLetterQueue.Arn",
            "            Destination: !GetAtt VirtualMeetingQueue.Arn"));
  }

  private static Stream<Mutation> canaries() {
    return Stream.of(
        new Mutation(ScheduleRules.KEPT_ACTIVE, "rate(1 day)", "rate(30 days)"),
        new Mutation(ScheduleRules.KEPT_ACTIVE, "{\"routeKey\":\"CANARY\"}", "{}"),
        new Mutation(ScheduleRules.KEPT_ACTIVE, "\"messageId\":\"CANARY\"", "\"messageId\":\"1\""));
  }

  private static Stream<Mutation> api() {
    return Stream.of(
        new Mutation(
            ApiRules.ROUTES_ARE_WELL_FORMED, "Path: /v1/shows/{id}", "Path: v1/shows/{id}"),
        new Mutation(ApiRules.ROUTES_ARE_WELL_FORMED, "Method: POST", "Method: POSTS"),
        new Mutation(
            ApiRules.ROUTES_ARE_WELL_FORMED,
            "Path: /v1/members/{id}/entries",
            "Path: /v1/members/{id}/balance"),
        new Mutation(ApiRules.ROUTES_ARE_DESCRIBED, "/{id}/judgement", "/{id}/verdict"),
        new Mutation(ApiRules.CALLERS, "[!Ref AdminScope]", "[!Ref MemberIdClaim]"),
        new Mutation(
            ApiRules.CALLERS, "AuthorizationScopes: [!Ref AdminScope]", "Authorizer: NONE"),
        new Mutation(
            ApiRules.CALLERS,
            "                - !If [MembersNeedAScope, !Ref MemberScope, !Ref AWS::NoValue]\n"
                + "                - !If [MembersNeedAScope, !Ref AdminScope, !Ref AWS::NoValue]\n",
            "                - !Ref AdminScope\n"),
        new Mutation(
            ApiRules.MEMBER_SCOPE,
            "                - !If [MembersNeedAScope, !Ref AdminScope, !Ref AWS::NoValue]\n",
            ""),
        new Mutation(
            ApiRules.MEMBER_SCOPE,
            "[MembersNeedAScope, !Ref MemberScope, !Ref AWS::NoValue]",
            "[SecretsKeyIsOwn, !Ref MemberScope, !Ref AWS::NoValue]"),
        new Mutation(ApiRules.TOKENS, "        DefaultAuthorizer: Jwt\n", ""),
        new Mutation(ApiRules.TOKENS, "issuer: !Ref JwtIssuer", "issuer: https://example.com"),
        new Mutation(
            ApiRules.WARNINGS, "FailOnWarnings: !Ref FailOnApiWarnings", "FailOnWarnings: true"),
        new Mutation(
            ApiRules.WARNINGS,
            "nowhere defined.\n    Default: \"false\"",
            "nowhere defined.\n    Default: \"true\""),
        new Mutation(
            ApiRules.PAGES,
            "AllowOrigins: !Split [\",\", !Ref AllowedOrigins]",
            "AllowOrigins: [\"*\"]"),
        new Mutation(ApiRules.PAGES, "- PagesAreAllowed\n", "- SecretsKeyIsOwn\n"),
        new Mutation(
            ApiRules.ROUTE_METRICS,
            "DetailedMetricsEnabled: !Ref RouteMetrics",
            "DetailedMetricsEnabled: true"),
        new Mutation(
            ApiRules.DOMAIN,
            "AWS::ApiGatewayV2::ApiMapping\n    Condition: DomainIsGiven\n",
            "AWS::ApiGatewayV2::ApiMapping\n"),
        new Mutation(ApiRules.THROTTLED, "        ThrottlingRateLimit: 100\n", ""),
        new Mutation(PageRules.OPEN, "/sign-in\", Auth: {Authorizer: NONE}}", "/sign-in\"}"),
        new Mutation(PageRules.OPEN, "\"GET /sign-in\": {", "\"GET /sign-on\": {"),
        new Mutation(
            PageRules.OPEN,
            "\"GET /sign-in\": {ThrottlingBurstLimit: 40, ThrottlingRateLimit: 20,",
            "\"GET /sign-in\": {ThrottlingBurstLimit: 40,"),
        new Mutation(ApiRules.ACCESS_LOG, "$context.routeKey", "$context.path"),
        new Mutation(ApiRules.ACCESS_LOG, "$context.status", "$context.identity.sourceIp"));
  }

  private Mutations() {}
}
