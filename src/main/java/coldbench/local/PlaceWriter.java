package coldbench.local;

import coldbench.emulator.FunctionSpec;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where and with what a local run was measured; stored beside its {@code run.json} as {@code
 * environment.json}, since numbers of a machine mean nothing without it.
 *
 * @param tool name and version
 * @param cpuLimit {@code lambda} where a sandbox has the CPU share that Lambda gives it, else
 *     {@code full}
 * @param cpuLimitReason why it is {@code full} although {@code lambda} was wanted
 * @param runtimes by label, what executes a function that does not run by itself, with its version
 * @param services by their names, what stands in for those of AWS that functions call
 * @param buildSeconds what compiling a function's package took when it was last built here, in
 *     seconds, by label; none for what is not compiled
 */
public record PlaceWriter(
    String tool,
    HostInfo machine,
    String cpuLimit,
    Optional<String> cpuLimitReason,
    Map<String, String> runtimes,
    Map<String, String> services,
    Map<String, Double> buildSeconds) {
  public PlaceWriter {
    runtimes = Map.copyOf(runtimes);
    services = Map.copyOf(services);
    buildSeconds = Map.copyOf(buildSeconds);
  }

  /**
   * The object's content.
   *
   * @param functions by label
   */
  public ObjectNode toJson(String run, Map<String, FunctionSpec> functions) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("run", run).put("tool", tool).put("where", "local");
    json.setAll(machine.toJson());
    json.put("cpuLimit", cpuLimit);
    cpuLimitReason.ifPresent(reason -> json.put("cpuLimitReason", reason));
    ObjectNode executedBy = json.putObject("runtimes");
    functions.forEach(
        (label, function) ->
            executedBy.put(
                label,
                runtimes.getOrDefault(label, "executable bootstrap, " + function.architecture())));
    if (!services.isEmpty()) {
      ObjectNode called = json.putObject("services");
      new TreeMap<>(services).forEach(called::put);
    }
    ObjectNode built = json.putObject("buildSeconds");
    functions.keySet().stream()
        .filter(buildSeconds::containsKey)
        .forEach(label -> built.put(label, buildSeconds.get(label)));
    return json;
  }
}
