package services.dataminer.points.functions.member;

import jakarta.inject.Singleton;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;

/// `PATCH /v1/members/{id}`: whether all points go to DOJO every night, which members decide
/// themselves.
@Singleton
class AutoTransferResource {

  private static final int LIMIT_BYTES = 4096;

  private final Members members;

  AutoTransferResource(Members members) {
    this.members = members;
  }

  record AutoTransferView(String id, boolean autoTransfer) {}

  AutoTransferView patch(String memberId, Request request, Editor editor) {
    boolean on =
        Fields.strict(request.json(LIMIT_BYTES)).read(body -> body.at("autoTransfer").flag());
    Member member =
        members
            .autoTransfer(memberId, on, editor)
            .orElseThrow(() -> Problem.unknown("member", memberId).asException());
    return new AutoTransferView(member.id(), member.autoTransfer());
  }
}
