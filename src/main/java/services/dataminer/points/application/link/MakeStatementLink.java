package services.dataminer.points.application.link;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import services.dataminer.points.ledger.directory.Editor;
import services.dataminer.points.ledger.link.StatementLinks;

/// Makes a link that shows a member's statement to whoever has it, until it ends.
@Singleton
public class MakeStatementLink {

  /// The longest life of a link, in days.
  public static final int MOST_DAYS = 366;

  private final StatementLinks links;

  public MakeStatementLink(StatementLinks links) {
    this.links = links;
  }

  /// What became of the wish for a link.
  public sealed interface Outcome {

    /// @param expiresAt the moment from which on the link leads nowhere
    record Made(Instant expiresAt) implements Outcome {}

    /// The member has as many links as may work at the same time.
    record TooMany(int most) implements Outcome {}

    /// There is no such member.
    record OfNoOne() implements Outcome {}
  }

  /// Makes a link.
  ///
  /// @param token what its path ends with: new, and nobody can guess it. It is not kept
  /// @param days how long it works, 1 to [#MOST_DAYS]
  /// @param editor who makes it, and when
  public Outcome make(String memberId, String token, int days, Editor editor) {
    Instant until = editor.at().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(days));
    return switch (links.add(memberId, token, until, editor)) {
      case ADDED -> new Outcome.Made(until);
      case TOO_MANY -> new Outcome.TooMany(StatementLinks.MOST);
      case NO_MEMBER -> new Outcome.OfNoOne();
    };
  }
}
