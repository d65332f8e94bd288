package coldbench.results;

import coldbench.analysis.Place;
import coldbench.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code environment.json} says, which only a local run has: the machine it ran on. */
final class PlaceReader {
  private PlaceReader() {}

  static Place read(JsonObject json, List<String> unknown) {
    json.ignore("run", "where");
    String limit = json.oneOf("cpuLimit", List.of("lambda", "full"));
    Map<String, String> runtimes = texts(json.object("runtimes"));
    Map<String, String> services = new TreeMap<>();
    Optional<JsonObject> called = json.optionalObject("services");
    if (called.isPresent()) {
      services.putAll(texts(called.get()));
    }
    Map<String, Double> buildSeconds = new TreeMap<>();
    Optional<JsonObject> built = json.optionalObject("buildSeconds");
    if (built.isPresent()) {
      for (String label : built.get().names()) {
        buildSeconds.put(label, built.get().number(label, 0));
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
            services,
            buildSeconds);
    unknown.addAll(json.unread());
    return place;
  }

  private static Map<String, String> texts(JsonObject object) {
    Map<String, String> texts = new TreeMap<>();
    for (String name : object.names()) {
      texts.put(name, object.text(name));
    }
    return texts;
  }
}
