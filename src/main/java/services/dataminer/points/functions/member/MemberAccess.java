package services.dataminer.points.functions.member;

import jakarta.inject.Singleton;
import java.util.Optional;
import services.dataminer.points.functions.access.TokenRights;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.directory.Partner;
import services.dataminer.points.ledger.directory.Partners;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// Whom a call is about, if its caller may ask: members about themselves and their partner,
/// administrators about everyone.
@Singleton
class MemberAccess {

  private final Members members;
  private final Partners partners;
  private final TokenRights rights;

  MemberAccess(Members members, Partners partners, TokenRights rights) {
    this.members = members;
    this.partners = partners;
    this.rights = rights;
  }

  /// The member of the path.
  ///
  /// @throws services.dataminer.points.platform.http.ProblemException 403 if the caller is someone
  ///   else, 404 if there is no such member
  Member member(Request request) {
    String id = request.pathParameter("id");
    boolean self = caller(request).filter(id::equals).isPresent();
    if (!self && !isAdmin(request)) {
      throw Problem.forbidden("Only " + id + " and administrators may make this call.")
          .asException();
    }
    return members.find(id).orElseThrow(() -> Problem.unknown("member", id).asException());
  }

  /// The partner of the path.
  ///
  /// @throws services.dataminer.points.platform.http.ProblemException 403 if the caller is none of
  ///   its people, 404 if there is no such partner
  Partner partner(Request request) {
    String id = request.pathParameter("id");
    if (!isAdmin(request) && !isOf(id, request)) {
      throw Problem.forbidden("Only people of " + id + " and administrators may make this call.")
          .asException();
    }
    return partners.find(id).orElseThrow(() -> Problem.unknown("partner", id).asException());
  }

  private boolean isOf(String partnerId, Request request) {
    return caller(request)
        .flatMap(members::find)
        .flatMap(Member::partnerId)
        .filter(partnerId::equals)
        .isPresent();
  }

  /// Who makes this call, to be kept with what it changes.
  Editor editor(Request request) {
    return new Editor(caller(request).orElse("administrator"), request.receivedAt());
  }

  private Optional<String> caller(Request request) {
    return rights.memberId(request::claim);
  }

  private boolean isAdmin(Request request) {
    return rights.isAdministrator(request.scopes());
  }
}
