package coldbench.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.account.NodeTools;
import coldbench.deploy.machine.SnapStartMachineTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The definition before a validator that knows the States Language with JSONata. */
class DefinitionIT {
  @TempDir private Path folder;

  static List<Map<String, Object>> contexts() {
    return List.of(Map.of(), SnapStartMachineTest.CONTEXT);
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void theDefinitionPassesAslValidator(Map<String, Object> context) throws Exception {
    Path definition = folder.resolve("definition.json");
    Files.writeString(definition, Synthesized.with(context).definition().toString());

    assertThat(NodeTools.run("asl-validator", "--json-path", definition.toString())).isZero();
  }

  @Test
  void theValidatorRefusesWhatIsNoDefinition() throws Exception {
    Path definition = folder.resolve("definition.json");
    String valid = Synthesized.with(Map.of()).definition().toString();
    Files.writeString(definition, valid.replace("\"Next\":\"PutSummary\"", "\"Next\":\"Nowhere\""));

    assertThat(NodeTools.run("asl-validator", "--json-path", definition.toString())).isNotZero();
  }
}
