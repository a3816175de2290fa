package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import services.dataminer.points.application.erasure.EraseMember;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;

/// Erases a person. Every sum stays, under an id that reveals nobody.
@Singleton
class DeleteMember {

  private final EraseMember erasure;
  private final AdminAccess access;

  DeleteMember(EraseMember erasure, AdminAccess access) {
    this.erasure = erasure;
    this.access = access;
  }

  APIGatewayV2HTTPResponse delete(Request request) {
    String id = request.pathParameter("id");
    return switch (erasure.erase(id, access.editor(request))) {
      case ERASED -> Responses.noContent();
      case UNKNOWN -> throw Problem.unknown("member", id).asException();
      case TRANSFER_PENDING ->
          throw Problem.conflict(
                  "id",
                  "has a pending transfer to DOJO: retry after a nightly run has completed it")
              .asException();
    };
  }
}
