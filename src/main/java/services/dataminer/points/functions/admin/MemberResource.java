package services.dataminer.points.functions.admin;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import services.dataminer.points.application.directory.SaveMember;
import services.dataminer.points.functions.field.AddressField;
import services.dataminer.points.functions.field.AddressField.SpelledAddress;
import services.dataminer.points.functions.field.PreviewParameter;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.directory.Member;
import services.dataminer.points.ledger.directory.Members;
import services.dataminer.points.ledger.directory.SaveOutcome;
import services.dataminer.points.platform.http.Fields;
import services.dataminer.points.platform.http.Problem;
import services.dataminer.points.platform.http.Request;
import services.dataminer.points.platform.http.Responses;
import services.dataminer.points.platform.http.Value;

/// `/v1/members/{id}`: a person signed up, with the addresses and accounts that are this person's.
@Singleton
class MemberResource {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_IRI = 500;

  /// Each address is two identities or, in a spelling of its own, three: all of a member's, new and
  /// replaced, fit into one transaction.
  private static final int MOST_EMAILS = 12;

  private static final int MOST_ACCOUNTS = 10;

  private final Members members;
  private final SaveMember saving;
  private final AdminAccess access;
  private final ZoneId timeZone;

  /// @param timeZone the program's, in which a sign-up is a date
  MemberResource(Members members, SaveMember saving, AdminAccess access, ZoneId timeZone) {
    this.members = members;
    this.saving = saving;
    this.access = access;
    this.timeZone = timeZone;
  }

  record MemberView(
      String id,
      String name,
      List<String> emails,
      List<Member.Account> accounts,
      List<String> openIds,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> partnerId,
      LocalDate signedUpOn,
      boolean autoTransfer) {

    static MemberView of(Member member) {
      return new MemberView(
          member.id(),
          member.name(),
          member.emails(),
          member.accounts(),
          member.openIds(),
          member.partnerId(),
          member.signedUpOn(),
          member.autoTransfer());
    }
  }

  APIGatewayV2HTTPResponse get(Request request) {
    String id = ChosenId.MEMBER.in(request);
    return members
        .find(id)
        .map(member -> Responses.ok(MemberView.of(member)))
        .orElseThrow(() -> Problem.unknown("member", id).asException());
  }

  /// Enters a member, or tells what that would come to.
  APIGatewayV2HTTPResponse put(Request request) {
    Editor editor = access.editor(request);
    LocalDate today = LocalDate.ofInstant(request.receivedAt(), timeZone);
    Member member =
        DirectoryEntry.read(request, ChosenId.MEMBER, (id, body) -> member(id, body, today));
    SaveOutcome outcome =
        PreviewParameter.isSet(request) ? saving.preview(member) : saving.save(member, editor);
    SaveOutcome.Done done = DirectoryEntry.done(outcome);
    return DirectoryEntry.answer(done, MemberView.of(member));
  }

  private static Member member(String id, Fields body, LocalDate today) {
    var asEntered = new ArrayList<String>();
    return new Member(
        id,
        body.words("name", LONGEST_NAME),
        body.list("emails", 0, MOST_EMAILS, DirectoryEntry.once(v -> email(v, asEntered))),
        body.list("accounts", 0, MOST_ACCOUNTS, DirectoryEntry.once(MemberResource::account)),
        body.list("openIds", 0, MOST_ACCOUNTS, DirectoryEntry.once(v -> v.uri(LONGEST_IRI))),
        body.optional("partnerId", v -> v.text(ChosenId.PARTNER.shape(), ChosenId.PARTNER.form())),
        signedUpOn(body.at("signedUpOn"), today),
        body.optional("autoTransfer", Value::flag).orElse(true),
        Member.hashesOf(asEntered));
  }

  /// @param asEntered gets the address in the spelling sent
  private static String email(Value value, List<String> asEntered) {
    SpelledAddress spelled = AddressField.spelled(value);
    asEntered.add(spelled.asSent());
    return spelled.address().value();
  }

  private static Member.Account account(Value value) {
    return value.object(
        account ->
            new Member.Account(
                account.at("homePage").uri(LONGEST_IRI), account.text("name", LONGEST_NAME)));
  }

  private static LocalDate signedUpOn(Value value, LocalDate today) {
    LocalDate date = value.date();
    if (date.isAfter(today)) {
      value.addViolation("must not be after today, " + today);
    }
    return date;
  }
}
