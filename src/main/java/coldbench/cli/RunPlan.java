package coldbench.cli;

import coldbench.aws.Deployment;
import coldbench.measure.Prices;
import coldbench.measure.RunEstimate;
import com.fasterxml.jackson.databind.JsonNode;

/** What a machine's input will come to; the machine has the same defaults. */
final class RunPlan {
  private RunPlan() {}

  static RunEstimate estimate(JsonNode input, Deployment deployment) {
    int functions =
        input.has("functions") ? input.path("functions").size() : deployment.functions().size();
    int sizes = input.has("memoryMb") ? input.path("memoryMb").size() : 1;
    Prices dearest =
        Prices.of(deployment.region(), "x86_64")
            .or(() -> Prices.of("us-east-1", "x86_64"))
            .orElseThrow();
    return RunEstimate.of(
        input.path("rounds").asInt(10), input.path("warm").asInt(5), sizes, functions, dearest);
  }
}
