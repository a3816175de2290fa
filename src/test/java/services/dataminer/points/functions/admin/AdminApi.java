package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.functions.rules.RuleBookYaml;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.activity.BlockedActivities;
import services.dataminer.points.ledger.activity.RecordedActivities;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.directory.Partners;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.view.ActivityViews;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/// The function on a table of its own, with queues that are read by the test. Every answer is held
/// against the contract.
final class AdminApi {

  final LocalTable local;
  final RecordingMessageQueues queues;

  /// Tells of meetings, and handles what is on the queues.
  final Program program;

  private final AdminApiFunction function;

  AdminApi() {
    this(LocalTable.fresh(), new RecordingMessageQueues());
  }

  private AdminApi(
      LocalTable local, RecordingMessageQueues queues, ExecutionInterceptor... interceptors) {
    this.local = local;
    this.queues = queues;
    this.program = new Program(local);
    this.function = function(local.through(interceptors).table(), program, queues);
  }

  /// The same, with requests to the table that can be made to fail.
  AdminApi through(ExecutionInterceptor... interceptors) {
    return new AdminApi(local, queues, interceptors);
  }

  private static AdminApiFunction function(
      Table table, Program program, RecordingMessageQueues queues) {
    var access = new AdminAccess(AnyConfig.config());
    var waiting = new BlockedActivities(table);
    var judgingAgain = new RequestReassessment(queues);
    var shows = new Shows(table);
    var meetings = new ShowMeetings(table);
    var activities = new ActivityPath(new ActivityViews(table));
    return new AdminApiFunction(
        access,
        new PartnerResource(new Partners(table, program.directory), access),
        new MemberResource(
            new Members(table, program.directory), waiting, judgingAgain, access, Program.BRUSSELS),
        new DeleteMember(program.erasure, access),
        new ShowResource(shows, meetings, waiting, judgingAgain, access),
        new ListShowMeetings(shows, meetings),
        new CourseResource(
            new Courses(table),
            waiting,
            judgingAgain,
            access,
            RuleBookYaml.shipped(),
            Program.BRUSSELS),
        new ListMissingCourses(new MissingCourses(table)),
        new RecordAwards(
            new RecordedActivities(table),
            new Members(table, program.directory),
            queues,
            access,
            RuleBookYaml.shipped(),
            Program.BRUSSELS),
        new GetActivity(activities),
        new RetractActivity(activities, queues, access),
        new ReassessActivity(activities, judgingAgain, access));
  }

  HttpAnswer get(String path) {
    return send(HttpCall.of("GET", path));
  }

  HttpAnswer put(String path, String json) {
    return send(HttpCall.of("PUT", path).json(json));
  }

  HttpAnswer post(String path, String json) {
    return send(HttpCall.of("POST", path).json(json));
  }

  HttpAnswer send(HttpCall call) {
    return HttpAnswer.checked(call.event(), function::answer);
  }

  /// A call to a route that the contract does not know.
  HttpAnswer sendUndescribed(HttpCall call) {
    return sendEvent(call.event());
  }

  /// The bare answer, whatever it is.
  APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
    return function.answer(event);
  }

  /// Whatever else may call the function.
  HttpAnswer sendEvent(APIGatewayV2HTTPEvent event) {
    return HttpAnswer.of(function.answer(event));
  }

  /// Handles all that is on the queues.
  void work() {
    program.deliver(queues.takeMessages());
  }
}
