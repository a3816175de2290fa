package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.util.Set;
import services.dataminer.points.functions.field.PreviewParameter;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// The administrators' calls: the directory, awards that people decide on, activities with their
/// decisions, retracting and reassessing. Programs make them over HTTP, the pages' forms in the
/// process.
@Singleton
public class AdminCalls {

  /// The routes of the calls that can be previewed. All others that change something refuse it.
  public static final Set<String> PREVIEWED =
      Set.of(
          "PUT /v1/partners/{id}",
          "PUT /v1/members/{id}",
          "PUT /v1/shows/{id}",
          "PUT /v1/courses",
          "POST /v1/hosted-events",
          "POST /v1/use-cases/{id}/acceptance",
          "POST /v1/contributions",
          "POST /v1/adjustments");

  private final AdminAccess access;
  private final ListDirectory lists;
  private final PartnerResource partners;
  private final MemberResource members;
  private final DeleteMember erasure;
  private final ShowResource shows;
  private final ListShowMeetings showMeetings;
  private final CourseResource courses;
  private final ListMissingCourses missingCourses;
  private final RecordedAwardsResource awards;
  private final GetActivity view;
  private final RetractionResource retraction;
  private final ReassessmentResource reassessment;

  AdminCalls(
      AdminAccess access,
      ListDirectory lists,
      PartnerResource partners,
      MemberResource members,
      DeleteMember erasure,
      ShowResource shows,
      ListShowMeetings showMeetings,
      CourseResource courses,
      ListMissingCourses missingCourses,
      RecordedAwardsResource awards,
      GetActivity view,
      RetractionResource retraction,
      ReassessmentResource reassessment) {
    this.access = access;
    this.lists = lists;
    this.partners = partners;
    this.members = members;
    this.erasure = erasure;
    this.shows = shows;
    this.showMeetings = showMeetings;
    this.courses = courses;
    this.missingCourses = missingCourses;
    this.awards = awards;
    this.view = view;
    this.retraction = retraction;
    this.reassessment = reassessment;
  }

  /// The response to a call, by the route that it came by.
  ///
  /// @throws services.dataminer.points.platform.http.ProblemException if the call is refused, or
  ///   its caller is no administrator
  public APIGatewayV2HTTPResponse answer(Request request) {
    access.requireAdmin(request);
    PreviewParameter.refuseUnless(PREVIEWED, request);
    return switch (request.routeKey()) {
      case "GET /v1/partners" -> lists.partners(request);
      case "GET /v1/partners/{id}" -> partners.get(request);
      case "PUT /v1/partners/{id}" -> partners.put(request);
      case "GET /v1/members" -> lists.members(request);
      case "GET /v1/members/{id}" -> members.get(request);
      case "PUT /v1/members/{id}" -> members.put(request);
      case "DELETE /v1/members/{id}" -> erasure.delete(request);
      case "GET /v1/shows" -> lists.shows(request);
      case "GET /v1/shows/{id}" -> shows.get(request);
      case "PUT /v1/shows/{id}" -> shows.put(request);
      case "GET /v1/shows/{id}/meetings" -> showMeetings.get(request);
      case "GET /v1/courses" ->
          CourseResource.isNamed(request) ? courses.get(request) : lists.courses(request);
      case "PUT /v1/courses" -> courses.put(request);
      case "GET /v1/courses/missing" -> missingCourses.get(request);
      case "POST /v1/hosted-events" -> awards.post(request, HostedEventBody::read);
      case "POST /v1/use-cases/{id}/acceptance" ->
          awards.post(
              request, (body, call) -> UseCaseBody.read(request.pathParameter("id"), body, call));
      case "POST /v1/contributions" -> awards.post(request, ContributionBody::read);
      case "POST /v1/adjustments" -> awards.post(request, AdjustmentBody::read);
      case "GET /v1/activities/{id}" -> view.get(request);
      case "POST /v1/activities/{id}/retraction" -> retraction.post(request);
      case "POST /v1/activities/{id}/judgement" -> reassessment.post(request);
      default ->
          throw Problem.notFound(
                  "There is no such administrator call. GET /openapi.yaml lists all calls.")
              .asException();
    };
  }
}
