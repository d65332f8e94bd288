package coldbench.deploy;

import coldbench.deploy.machine.SnapStartMachineTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The benchmark's machine as it is deployed by default, for tests of other packages. */
public final class SynthesizedMachine {
  private SynthesizedMachine() {}

  /** The same with a function {@code snap} that has SnapStart. */
  public static JsonNode withSnapStart() {
    return Synthesized.with(SnapStartMachineTest.CONTEXT).definition();
  }

  /** The definition, with logical ids where the account's names would stand. */
  public static JsonNode definition() {
    return Synthesized.with(Map.of()).definition();
  }
}
