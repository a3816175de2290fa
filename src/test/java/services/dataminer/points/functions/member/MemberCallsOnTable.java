package services.dataminer.points.functions.member;

import services.dataminer.points.application.ObjectGraph;
import services.dataminer.points.functions.AnyConfig;
import services.dataminer.points.functions.access.TokenRights;
import services.dataminer.points.ledger.show.Pending;
import services.dataminer.points.ledger.table.Table;
import services.dataminer.points.ledger.transfer.Transfers;

/// The members' calls on a table.
public final class MemberCallsOnTable {

  private MemberCallsOnTable() {}

  public static MemberCalls of(Table table) {
    var graph = new ObjectGraph(table);
    return new MemberCalls(
        new MemberAccess(graph.members(), graph.partners(), new TokenRights(AnyConfig.config())),
        new BalanceResource(graph.readStanding(), new Pending(table)),
        new EntriesResource(graph.entries()),
        new ActivitiesResource(graph.listActivities()),
        new TransfersResource(new Transfers(table), graph.requestTransfer()),
        new AutoTransferResource(graph.members()),
        new StatementLinkResource(graph.makeStatementLink(), graph.statementLinks()),
        new PartnerStandingResource(graph.readPartnerStanding()),
        new ApiDescription());
  }
}
