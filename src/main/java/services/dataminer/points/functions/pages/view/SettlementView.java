package services.dataminer.points.functions.pages.view;

import java.time.ZoneId;
import java.util.List;

/// The meetings that a settlement of a show divides for one partner.
///
/// @param timeZone the show's
public record SettlementView(
    String showId,
    String showName,
    ZoneId timeZone,
    String partnerId,
    List<ShowView.Meeting> meetings) {}
