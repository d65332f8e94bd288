package coldbench.aws;

import coldbench.analysis.Prices;
import coldbench.analysis.RunEstimate;
import coldbench.analysis.RunLimits;
import coldbench.analysis.RunShape;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a machine's input will come to; the machine has the same defaults. */
public final class RunPlan {
  private RunPlan() {}

  public static RunEstimate estimate(JsonNode input, Deployment deployment) {
    Set<String> chosen = new HashSet<>();
    input.path("functions").forEach(label -> chosen.add(label.asText()));
    List<Deployment.Function> functions =
        deployment.functions().stream()
            .filter(function -> chosen.isEmpty() || chosen.contains(function.label()))
            .toList();
    Prices dearest =
        Prices.of(deployment.region(), "x86_64")
            .or(() -> Prices.of("us-east-1", "x86_64"))
            .orElseThrow();
    int snapshots = (int) functions.stream().filter(Deployment.Function::snapStart).count();
    int warmUps = (int) functions.stream().filter(Deployment.Function::warmsUp).count();
    return RunEstimate.of(
        shape(input, functions.size(), warmUps, snapshots, deployment.lanes()), dearest);
  }

  /** What a machine makes of its input. */
  public static RunShape shape(
      JsonNode input, int functions, int warmUps, int snapshots, int lanes) {
    List<Integer> memoryMb = new ArrayList<>();
    input.path("memoryMb").forEach(size -> memoryMb.add(size.asInt()));
    boolean until = input.has("until");
    return new RunShape(
        input
            .path("rounds")
            .asInt(until ? RunLimits.ROUNDS_UNTIL_DEFAULT : RunLimits.ROUNDS_DEFAULT),
        until,
        input.path("warm").asInt(RunLimits.WARM_DEFAULT),
        memoryMb.isEmpty() ? List.of(RunLimits.MEMORY_DEFAULT) : memoryMb,
        functions,
        warmUps,
        snapshots,
        lanes);
  }
}
