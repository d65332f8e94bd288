package coldbench.deploy;

import coldbench.deploy.machine.SnapStartMachineTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The benchmark's machine as it is deployed by default, for tests of other packages. */
public final class SynthesizedMachine {
  private SynthesizedMachine() {}

  /** The same with a function {@code snap} that has SnapStart. */
  public static JsonNode withSnapStart() {
    return Synthesized.with(SnapStartMachineTest.CONTEXT).definition();
  }

  /** The same in lanes. */
  public static JsonNode withSnapStart(int lanes) {
    Map<String, Object> context = new HashMap<>(SnapStartMachineTest.CONTEXT);
    context.put("lanes", lanes);
    return Synthesized.with(context).definition();
  }

  /** The same with copies of each function. */
  public static JsonNode inLanes(int lanes) {
    return Synthesized.with(Map.of("lanes", lanes)).definition();
  }

  /** The definition, with logical ids where the account's names would stand. */
  public static JsonNode definition() {
    return Synthesized.with(Map.of()).definition();
  }

  /** The statements of all policies of its role, with a function that has SnapStart. */
  public static List<JsonNode> statementsOfItsRole() {
    List<JsonNode> statements = new ArrayList<>();
    for (JsonNode resource :
        Synthesized.with(SnapStartMachineTest.CONTEXT).template().path("Resources")) {
      if (resource.path("Type").asText().equals("AWS::IAM::Policy")
          && resource.at("/Properties/Roles").toString().contains("BenchmarkMachineRole")) {
        resource.at("/Properties/PolicyDocument/Statement").forEach(statements::add);
      }
    }
    return statements;
  }
}
