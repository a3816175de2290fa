package services.dataminer.points.ledger.directory;

import java.time.LocalDate;
import java.util.Optional;

/// Whose an identity is, with all that a judgement needs of the member.
public record IdentityItem(String memberId, Optional<String> partnerId, LocalDate signedUpOn) {}
