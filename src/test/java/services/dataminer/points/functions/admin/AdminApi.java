package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.HttpAnswer;
import services.dataminer.points.functions.HttpCall;
import services.dataminer.points.functions.access.TokenRights;
import services.dataminer.points.ledger.LocalTable;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.MissingCourses;
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
    var access = new AdminAccess(AnyConfig.config(), new TokenRights(AnyConfig.config()));
    var graph = new ObjectGraph(table, program.graph().identityKey());
    return new AdminApiFunction(
        access,
        new ListDirectory(graph.directorySearch()),
        new PartnerResource(graph.partners(), access),
        new MemberResource(graph.members(), graph.saveMember(queues), access, Program.BRUSSELS),
        new DeleteMember(program.erasure, access),
        new ShowResource(new Shows(table), graph.saveShow(queues), access),
        new ListShowMeetings(new Shows(table), new ShowMeetings(table)),
        new CourseResource(
            new Courses(table),
            graph.saveCourse(queues),
            access,
            ObjectGraph.RULES,
            Program.BRUSSELS),
        new ListMissingCourses(new MissingCourses(table)),
        new RecordedAwardsResource(
            graph.recordAward(queues), access, ObjectGraph.RULES, Program.BRUSSELS),
        new GetActivity(new ActivityPath(new ActivityViews(table))),
        new RetractionResource(graph.retractActivity(queues), access),
        new ReassessmentResource(graph.reassessActivity(queues), access));
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
