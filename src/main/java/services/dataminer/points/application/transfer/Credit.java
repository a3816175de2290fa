package services.dataminer.points.application.transfer;

/// What DOJO is asked to credit.
///
/// @param reference the key under which DOJO books it once, however often it is sent
/// @param email the member's first address, by which DOJO knows people
/// @param points DOJO points, at least 1
public record Credit(String reference, String memberId, String email, long points) {}
