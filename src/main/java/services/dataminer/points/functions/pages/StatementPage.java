package services.dataminer.points.functions.pages;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import services.dataminer.points.functions.pages.form.LinksView;
import services.dataminer.points.functions.pages.template.JtestatementGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.StatementPlace;
import services.dataminer.points.functions.pages.view.StatementView;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.time.Rfc3339;
import services.dataminer.points.program.membership.MembershipYear;

/// All entries of a member's year, to print or to keep. The parameter `year` is a day of the year;
/// without it, the year under way.
@Singleton
public class StatementPage {

  private final Entries entries;
  private final ZoneId timeZone;

  public StatementPage(Entries entries, ZoneId timeZone) {
    this.entries = entries;
    this.timeZone = timeZone;
  }

  /// The statement as its member sees it.
  ///
  /// @param links that show it to others
  APIGatewayV2HTTPResponse own(
      int status, Request request, Visitor visitor, Member member, LinksView links) {
    Formats formats = Formats.of(request, timeZone);
    return show(
        status,
        new PageFrame("Statement", OwnStatementPage.PATH, Optional.of(visitor), formats),
        read(request, member),
        new StatementPlace(OwnStatementPage.PATH, Optional.empty()),
        Optional.of(links));
  }

  /// The statement as anybody sees it who has a link to it.
  APIGatewayV2HTTPResponse linked(Request request, Member member) {
    Formats formats = Formats.of(request, timeZone);
    return show(
        200,
        new PageFrame("Statement", "/statement", Optional.empty(), formats),
        read(request, member),
        new StatementPlace("", Optional.empty()),
        Optional.empty());
  }

  /// The statement as an administrator sees it.
  APIGatewayV2HTTPResponse ofMember(Request request, Visitor visitor, Member member) {
    Formats formats = Formats.of(request, timeZone);
    return show(
        200,
        new PageFrame("Statement", MemberStatementPage.PATH, Optional.of(visitor), formats),
        read(request, member),
        new StatementPlace(MemberStatementPage.PATH, Optional.of(member.id())),
        Optional.empty());
  }

  private static APIGatewayV2HTTPResponse show(
      int status,
      PageFrame frame,
      StatementView statement,
      StatementPlace place,
      Optional<LinksView> links) {
    return HtmlResponses.page(
        status, html -> JtestatementGenerated.render(html, null, frame, statement, place, links));
  }

  StatementView read(Request request, Member member) {
    LocalDate today = LocalDate.ofInstant(request.receivedAt(), timeZone);
    MembershipYear year = MembershipYear.of(member.signedUpOn(), day(request).orElse(today));
    List<Entry> ofYear =
        entries.all(member.id(), Entries.Days.of(year, member.signedUpOn())).stream()
            .filter(entry -> entry.year().equals(year.from()))
            .toList();
    return new StatementView(
        member.name(),
        member.signedUpOn(),
        year,
        ofYear,
        sum(ofYear.stream().filter(entry -> entry.kind().earns())),
        -sum(ofYear.stream().filter(entry -> !entry.kind().earns())),
        years(member, today).filter(other -> !other.equals(year)).toList());
  }

  private static long sum(Stream<Entry> entries) {
    return entries.mapToLong(Entry::points).sum();
  }

  private static Optional<LocalDate> day(Request request) {
    return request
        .query("year")
        .map(
            text ->
                Rfc3339.date(text)
                    .orElseThrow(
                        () ->
                            Problem.invalidField("year", "must be a date such as 2026-04-12")
                                .asException()));
  }

  private static Stream<MembershipYear> years(Member member, LocalDate today) {
    MembershipYear underWay = MembershipYear.of(member.signedUpOn(), today);
    return member
        .signedUpOn()
        .datesUntil(underWay.from().plusDays(1), Period.ofYears(1))
        .map(day -> MembershipYear.of(member.signedUpOn(), day))
        .sorted(Comparator.comparing(MembershipYear::from).reversed());
  }
}
