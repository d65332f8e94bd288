package coldbench.results;

import coldbench.analysis.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code environment.json} says, which only a local run has: the machine it ran on. */
final class PlaceReader {
  private PlaceReader() {}

  static Place read(JsonObject json, List<String> unknown) throws InvalidResultException {
    json.ignore("run", "where");
    String limit = json.text("cpuLimit");
    if (!limit.equals("lambda") && !limit.equals("full")) {
      throw new InvalidResultException("cpuLimit is \"" + limit + "\", expected lambda or full");
    }
    JsonObject told = json.object("runtimes");
    Map<String, String> runtimes = new TreeMap<>();
    for (String label : told.fields()) {
      runtimes.put(label, told.text(label));
    }
    Map<String, Double> buildSeconds = new TreeMap<>();
    Optional<JsonObject> built = json.optionalObject("buildSeconds");
    if (built.isPresent()) {
      for (String label : built.get().fields()) {
        buildSeconds.put(label, built.get().measured(label));
      }
    }
    Place.Local place =
        new Place.Local(
            json.text("tool"),
            json.text("os"),
            json.text("kernel"),
            json.text("cpu"),
            (int) json.whole("cpus", 1, 1_000_000),
            json.whole("memoryMb", 1, Long.MAX_VALUE),
            json.text("architecture"),
            new Place.CpuLimit(limit.equals("lambda"), json.optionalText("cpuLimitReason")),
            runtimes,
            buildSeconds);
    unknown.addAll(json.unknown());
    return place;
  }
}
