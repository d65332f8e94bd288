package coldbench.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The definition before a validator that knows the States Language with JSONata. */
class DefinitionIT {
  @TempDir private Path folder;

  @Test
  void the_definition_passes_asl_validator() throws Exception {
    Path definition = folder.resolve("definition.json");
    Files.writeString(definition, Synthesized.with(Map.of()).definition().toString());

    assertThat(NodeTools.run("asl-validator", "--json-path", definition.toString())).isZero();
  }

  @Test
  void the_validator_refuses_what_is_no_definition() throws Exception {
    Path definition = folder.resolve("definition.json");
    String valid = Synthesized.with(Map.of()).definition().toString();
    Files.writeString(definition, valid.replace("\"Next\":\"PutSummary\"", "\"Next\":\"Nowhere\""));

    assertThat(NodeTools.run("asl-validator", "--json-path", definition.toString())).isNotZero();
  }
}
