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
import services.dataminer.points.functions.member.EntryCsv;
import services.dataminer.points.functions.pages.template.JtestatementGenerated;
import services.dataminer.points.functions.pages.view.Formats;
import services.dataminer.points.functions.pages.view.HtmlResponses;
import services.dataminer.points.functions.pages.view.PageFrame;
import services.dataminer.points.functions.pages.view.StatementView;
import services.dataminer.points.functions.pages.view.Visitor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.entry.Entries;
import services.dataminer.points.ledger.entry.Entry;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.time.Rfc3339;
import services.dataminer.points.program.membership.MembershipYear;

/// `GET /me/statement` and `/me/statement.csv`: all entries of a membership year, to print or to
/// keep. The parameter `year` is a day of the year; without it, the year under way.
@Singleton
public class StatementPage {

  private final Members members;
  private final Entries entries;
  private final ZoneId timeZone;

  public StatementPage(Members members, Entries entries, ZoneId timeZone) {
    this.members = members;
    this.entries = entries;
    this.timeZone = timeZone;
  }

  public APIGatewayV2HTTPResponse get(Request request, Visitor visitor) {
    Formats formats = Formats.of(request, timeZone);
    return show(
        new PageFrame("Statement", "/me/statement", Optional.of(visitor), formats),
        read(request, member(visitor)));
  }

  public APIGatewayV2HTTPResponse csv(Request request, Visitor visitor) {
    return Responses.text("text/csv", EntryCsv.of(read(request, member(visitor)).entries()));
  }

  /// The statement of a member as anybody sees it who has a link to it.
  APIGatewayV2HTTPResponse linked(Request request, Member member) {
    Formats formats = Formats.of(request, timeZone);
    return show(
        new PageFrame("Statement", "/statement", Optional.empty(), formats), read(request, member));
  }

  private static APIGatewayV2HTTPResponse show(PageFrame frame, StatementView statement) {
    return HtmlResponses.page(
        200, html -> JtestatementGenerated.render(html, null, frame, statement));
  }

  private Member member(Visitor visitor) {
    return members
        .find(visitor.memberId())
        .orElseThrow(() -> Problem.notFound("You have not signed up yet.").asException());
  }

  private StatementView read(Request request, Member member) {
    LocalDate today = LocalDate.ofInstant(request.receivedAt(), timeZone);
    MembershipYear year = MembershipYear.of(member.signedUpOn(), day(request).orElse(today));
    List<Entry> ofYear =
        entries.all(member.id(), Entries.Days.of(year, member.signedUpOn())).stream()
            .filter(entry -> entry.year().equals(year.from()))
            .toList();
    return new StatementView(
        member.name(),
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
