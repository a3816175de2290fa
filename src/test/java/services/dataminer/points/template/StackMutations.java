package services.dataminer.points.template;

import java.util.stream.Stream;

/// Slips in roles, the table, parameters and alarms.
final class StackMutations {

  static Stream<Mutation> all() {
    return Stream.of(rights(), stack(), alarms()).flatMap(mutations -> mutations);
  }

  private static Stream<Mutation> rights() {
    return Stream.of(
        new Mutation(
            RightsRules.ROLES_ALONE, "Type: AWS::SNS::Topic\n", "Type: AWS::SQS::QueuePolicy\n"),
        new Mutation(RightsRules.NO_WILDCARD, "Action: sqs:SendMessage", "Action: '*'"),
        new Mutation(RightsRules.NO_WILDCARD, "dynamodb:UpdateItem", "dynamodb:*"),
        new Mutation(RightsRules.NO_WILDCARD, "!GetAtt PointsTable.Arn]", "'*']"),
        new Mutation(
            RightsRules.NO_WILDCARD, "parameter${Path}/identity-key", "parameter${Path}/*"),
        new Mutation(
            RightsRules.OWN_ROLE,
            "Role: !GetAtt AdminApiRole.Arn",
            "Role: !GetAtt MemberApiRole.Arn"),
        new Mutation(
            RightsRules.OWN_ROLE,
            "      Policies:\n",
            "      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSQSFullAccess]\n      Policies:\n"),
        new Mutation(
            RightsRules.OWN_ROLE,
            "      Role: !GetAtt AdminApiRole.Arn\n",
            "      Role: !GetAtt AdminApiRole.Arn\n      Policies: [AmazonSQSFullAccess]\n"),
        new Mutation(
            RightsRules.OWN_ROLE,
            "{Service: lambda.amazonaws.com}",
            "{Service: ec2.amazonaws.com}"),
        new Mutation(
            RightsRules.LAMBDA, "Resource: !GetAtt AdminApiLog", "Resource: !GetAtt MemberApiLog"),
        new Mutation(RightsRules.LAMBDA, ", xray:PutTelemetryRecords]", "]"),
        new Mutation(
            RightsRules.LAMBDA,
            "[sqs:ReceiveMessage, ",
            "[sqs:ReceiveMessage, sqs:PurgeQueue, sqs:GetQueueUrl, "),
        new Mutation(
            RightsRules.LAMBDA,
            "                Resource: !GetAtt NightDeadLetterQueue.Arn",
            "                Resource: !GetAtt VirtualMeetingQueue.Arn"),
        new Mutation(RightsRules.FITTING, "dynamodb:UpdateItem", "dynamodb:Scan"),
        new Mutation(
            RightsRules.FITTING, "table/${TableName}\", !GetAtt", "table/other\", !GetAtt"),
        new Mutation(RightsRules.FITTING, "}/calendar-secret", "}/root-password"),
        new Mutation(RightsRules.FITTING, "${TableName}/index/due", "${TableName}/index/all"),
        new Mutation(
            RightsRules.FITTING,
            "- !GetAtt ExhibitionMeetingQueue.Arn",
            "- !GetAtt ExhibitionMeetingLog.Arn"),
        new Mutation(
            RightsRules.FITTING,
            "[!GetAtt DeadLetterQueue.Arn, ",
            "[!GetAtt AdjustmentQueue.Arn, "),
        new Mutation(
            RightsRules.FITTING,
            "- Path: !If [SecretsPathIsGiven, !Ref SecretsPath,",
            "- Path: !If [SecretsKeyIsOwn, !Ref SecretsPath,"),
        new Mutation(RightsRules.FITTING, "{\"kms:ViaService\":", "{\"kms:CallerAccount\":"),
        new Mutation(RightsRules.FITTING, "- SecretsKeyIsOwn\n", "- SecretsPathIsGiven\n"),
        new Mutation(RightsRules.KEY, "                  Action: kms:Decrypt\n", ""),
        new Mutation(RightsRules.READERS, "Method: POST", "Method: GET"),
        new Mutation(
            RightsRules.OPEN_DOORS, "AuthorizationScopes: [!Ref AdminScope]", "Authorizer: NONE"));
  }

  private static Stream<Mutation> stack() {
    return Stream.of(
        new Mutation(StackRules.OUTGOING, "\"^https://[^ ]*[^ /]$\"", "\"^https?://[^ ]*[^ /]$\""),
        new Mutation(StackRules.OUTGOING, "\"^https://[^ ]+$\"", "\"^[^ ]+$\""),
        new Mutation(StackRules.WAITING_ENDS, "AttributeName: expiresAt", "AttributeName: expires"),
        new Mutation(StackRules.TABLE_RECOVERS, "RecoveryEnabled: true", "RecoveryEnabled: false"),
        new Mutation(StackRules.TABLE_RECOVERS, "      DeletionProtectionEnabled: true\n", ""),
        new Mutation(StackRules.TABLE_RECOVERS, "  SSEEnabled: true", "  SSEEnabled: false"),
        new Mutation(
            StackRules.TABLE_RECOVERS,
            "AWS::DynamoDB::Table\n    DeletionPolicy: RetainExceptOnCreate",
            "AWS::DynamoDB::Table\n    DeletionPolicy: Delete"),
        new Mutation(
            StackRules.TABLE_RECOVERS,
            "AWS::DynamoDB::Table\n    DeletionPolicy: RetainExceptOnCreate",
            "AWS::DynamoDB::Table\n    DeletionPolicy: Retain"),
        new Mutation(
            StackRules.DEAD_LETTERS_STAY, "    DeletionPolicy: RetainExceptOnCreate\n", ""),
        new Mutation(
            StackRules.TABLE_RECOVERS,
            "  PointsTable:\n",
            "  PointsTable:\n    Condition: TableIsGiven\n"),
        new Mutation(StackRules.TABLE_SHAPE, "PAY_PER_REQUEST", "PROVISIONED"),
        new Mutation(StackRules.TABLE_SHAPE, "KEYS_ONLY", "ALL"),
        new Mutation(
            StackRules.TABLE_SHAPE,
            "- AttributeName: sk\n          KeyType",
            "- AttributeName: due\n          KeyType"),
        new Mutation(
            StackRules.LOG_RETENTION, "      RetentionInDays: !Ref LogRetentionDays\n", ""),
        new Mutation(
            StackRules.PARAMETERS, "SKYLINE_DOMAINS: !Ref SkylineDomains", "SKYLINE_DOMAINS: x"),
        new Mutation(
            StackRules.PARAMETERS,
            "Parameters:\n",
            "Parameters:\n  Secret: {Type: String, NoEcho: true}\n"),
        new Mutation(StackRules.STAGES, "QueueName: !Sub devops-points-${Stage}-", "QueueName: "),
        new Mutation(
            StackRules.TAGS, "      Tags: [{Key: application", "      Labels: [{Key: application"));
  }

  private static Stream<Mutation> alarms() {
    return Stream.of(
        new Mutation(
            AlarmRules.DEAD_LETTERS,
            "!GetAtt DeadLetterQueue.QueueName",
            "!GetAtt VirtualMeetingQueue.QueueName"),
        new Mutation(
            AlarmRules.DEAD_LETTERS,
            "!GetAtt NightDeadLetterQueue.QueueName",
            "!GetAtt DeadLetterQueue.QueueName"),
        new Mutation(
            AlarmRules.ERRORS, "Value: !Ref AdminApiFunction", "Value: !Ref MemberApiFunction"),
        new Mutation(AlarmRules.FAILURES, "MetricName: 5xx", "MetricName: 4xx"),
        new Mutation(
            AlarmRules.FIGURES, "MetricName: SeriesCancelled", "MetricName: SeriesCanceled"),
        new Mutation(AlarmRules.SENT, "AlarmsAreSent, !Ref AlarmTopicArn", "AlarmsAreSent, x"),
        new Mutation(AlarmRules.SENT, "      OKActions:\n", "      InsufficientDataActions:\n"),
        new Mutation(AlarmRules.SENT, "Threshold: 3600", "Threshold: 0"),
        new Mutation(AlarmRules.MISSED, "TreatMissingData: breaching", "TreatMissingData: missing"),
        new Mutation(AlarmRules.NIGHTS, "MetricName: AsyncEventsDropped", "MetricName: Errors"),
        new Mutation(AlarmRules.NIGHTS, "MetricName: Invocations", "MetricName: Errors"),
        new Mutation(AlarmRules.TABLE, "MetricName: SystemErrors", "MetricName: UserErrors"),
        new Mutation(AlarmRules.TABLE, "- Name: GlobalSecondaryIndexName", "- Name: Operation"),
        new Mutation(
            AlarmRules.TABLE,
            "                - Name: TableName\n                  Value: !If [TableIsGiven, !Ref TableName, !Ref PointsTable]",
            "                - Name: TableName\n                  Value: !Ref PointsTable"),
        new Mutation(
            AlarmRules.THROTTLED,
            "MetricName: Throttles\n              Dimensions:\n                - Name: FunctionName\n                  Value: !Ref UseCaseFunction",
            "MetricName: Throttles\n              Dimensions:\n                - Name: FunctionName\n                  Value: !Ref AdjustmentFunction"),
        new Mutation(
            AlarmRules.AGES,
            "MetricName: ApproximateAgeOfOldestMessage",
            "MetricName: NumberOfMessagesSent"),
        new Mutation(AlarmRules.SENT, "Threshold: 0", "Threshold: 10"));
  }

  private StackMutations() {}
}
