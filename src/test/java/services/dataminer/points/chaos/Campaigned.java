package services.dataminer.points.chaos;

import java.util.List;
import services.dataminer.points.chaos.model.Happening;
import services.dataminer.points.chaos.model.World;

/// What a campaign is to be compared with.
///
/// @param happened everything, each once
/// @param erased members who were forgotten since
record Campaigned(World world, List<Happening> happened, List<World.Person> erased) {}
