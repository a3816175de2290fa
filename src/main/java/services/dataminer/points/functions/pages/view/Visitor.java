package services.dataminer.points.functions.pages.view;

/// Whoever is signed in, as the session knows them.
///
/// @param memberId the claim that names the member; an administrator need not be one
/// @param isAdministrator whether the token had the administrators' scope
/// @param formToken what every form of this session carries, against forged ones
public record Visitor(String memberId, boolean isAdministrator, String formToken) {}
