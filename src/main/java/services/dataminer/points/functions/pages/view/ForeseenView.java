package services.dataminer.points.functions.pages.view;

import com.fasterxml.jackson.databind.JsonNode;

/// What an award comes to that an administrator is about to record.
///
/// @param activity as the API tells of it
/// @param isRecorded whether it was recorded before, so that recording it again changes nothing
public record ForeseenView(JsonNode activity, boolean isRecorded) {}
