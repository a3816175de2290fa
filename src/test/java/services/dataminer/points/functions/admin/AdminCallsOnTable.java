package services.dataminer.points.functions.admin;

import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.application.award.Program;
import services.dataminer.points.application.message.RecordingMessageQueues;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.access.TokenRights;
import services.dataminer.points.ledger.directory.Courses;
import services.dataminer.points.ledger.directory.MissingCourses;
import services.dataminer.points.ledger.directory.Shows;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.show.ShowMeetings;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.view.ActivityViews;
import services.dataminer.points.ledger.view.ReassessmentRequests;

/// The administrators' calls on a table.
public final class AdminCallsOnTable {

  private AdminCallsOnTable() {}

  /// The calls, with what they put on queues kept by the test.
  public static AdminCalls of(Table table, Program program, RecordingMessageQueues queues) {
    var access = new AdminAccess(AnyConfig.config(), new TokenRights(AnyConfig.config()));
    var graph = new ObjectGraph(table, program.graph().identityKey());
    return new AdminCalls(
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
        new GetActivity(
            new ActivityPath(new ActivityViews(table)),
            new ReassessmentRequests(table),
            new Entries(table)),
        new RetractionResource(graph.retractActivity(queues), access),
        new ReassessmentResource(graph.reassessActivity(queues), access));
  }
}
