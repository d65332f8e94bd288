package coldbench.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.emulator.FunctionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a function here has beside its code is what its first entry says, as in an account. */
class LocalProjectTest {
  private static final String FUNCTION =
      "\"label\": \"orders\", \"code\": \"target/native\", \"runtime\": \"provided.al2023\","
          + " \"handler\": \"bootstrap\"";

  @TempDir private Path folder;

  private LocalProject project(String entry, boolean isNative) throws IOException {
    Files.writeString(folder.resolve("coldbench.json"), entry);
    return new LocalProject(
        new FunctionProject(folder), new Libraries(folder.resolve("none")), isNative, "x86_64");
  }

  private LocalProject with(String fields) throws IOException {
    return project("[{%s%s}]".formatted(FUNCTION, fields), true);
  }

  @Test
  void itsEntryGivesVariablesTimeLimitStorageAndLayers() throws IOException {
    Path layer = Files.createDirectories(folder.resolve("layer/bin"));
    Files.writeString(layer.resolve("tool"), "x");
    FunctionSpec spec =
        with(", \"environment\": {\"SHOP\": \"s\"}, \"timeoutSeconds\": 7,"
                + " \"ephemeralStorageMb\": 600, \"layers\": [\"layer\"]")
            .spec();

    assertThat(spec.environment()).containsOnly(Map.entry("SHOP", "s"));
    assertThat(spec.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(spec.ephemeralStorageMb()).isEqualTo(600);
    assertThat(spec.layers()).containsExactly(folder.resolve("layer"));
    assertThat(spec.code()).isEqualTo(folder.resolve("target/native/x86_64"));
  }

  @Test
  void oneEntryNeedsNoList() throws IOException {
    LocalProject alone =
        project("{%s, \"environment\": {\"A1\": \"b\"}}".formatted(FUNCTION), true);
    assertThat(alone.spec().environment()).containsEntry("A1", "b");
  }

  @Test
  void onAJvmItIsTheSameFunctionOnAManagedRuntime() throws IOException {
    FunctionSpec spec = project("[{%s, \"timeoutSeconds\": 7}]".formatted(FUNCTION), false).spec();
    assertThat(spec.runtime()).isEqualTo("java25");
    assertThat(spec.handler()).isEqualTo("coldbench.runtime.ManagedFunction::handleRequest");
    assertThat(spec.timeout()).isEqualTo(Duration.ofSeconds(7));
    assertThat(spec.code()).isEqualTo(folder.resolve("target/jvm"));
  }

  @Test
  void aTableIsNamedToTheFunctionAndHasItsKey() throws IOException {
    LocalProject asking =
        with(", \"table\": {\"partitionKey\": \"id\", \"actions\": [\"dynamodb:GetItem\"]}");
    assertThat(asking.spec().environment()).containsEntry("TABLE_NAME", "orders-table");
    assertThat(asking.tables())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.name()).isEqualTo("orders-table");
              assertThat(table.properties().path("KeySchema"))
                  .hasToString("[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]");
            });
    assertThat(with("").tables()).isEmpty();
    assertThat(with("").spec().environment()).isEmpty();
  }

  @Test
  void whatOnlyAnAccountHasIsSaid() throws IOException {
    String name = String.valueOf(folder.getFileName());
    String layer = "arn:aws:lambda:us-east-1:123456789012:layer:tools:3";
    assertThat(
            with(", \"tracing\": true, \"layers\": [\"%s\"], \"vpc\": {\"subnets\": [\"subnet-0a1b2c3d\"], \"securityGroups\": [\"sg-0a1b2c3d\"]}"
                    .formatted(layer))
                .notes())
        .containsExactly(
            name + " runs here without its network (vpc)",
            name + " runs here without X-Ray (tracing)",
            name + " runs here without the layer " + layer);
    assertThat(with("").notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ | coldbench.json is not valid JSON",
        "7 | functions[0].label in",
        "[] | functions[0].label in",
        "[{\"label\": \"java\"}] | functions[0].label in",
        "[{\"label\": \"orders\"}] | functions[0] in .*runtime is missing, expected",
        "[{FUNCTION, \"timeoutSeconds\": 901}] | timeoutSeconds is 901, expected",
        "[{FUNCTION, \"environment\": {\"A1\": \"${NOT_SET_HERE}\"}}] | the variable NOT_SET_HERE is not set",
        "[{FUNCTION, \"table\": {\"actions\": []}}] | partitionKey is missing, expected",
        "[{FUNCTION, \"timeout\": 9}] | timeout is not a field, expected one of",
        "[{\"label\": \"orders\", \"runtime\": \"java25\", \"handler\": \"a.A::b\"}] | runtime in .* is \"java25\", expected provided.al2023",
      })
  void anEntryThatCannotBeUsedIsRefusedByName(String entry, String message) throws IOException {
    LocalProject wrong = project(entry.replace("FUNCTION", FUNCTION), true);
    assertThatThrownBy(wrong::spec)
        .isInstanceOf(InvalidProjectException.class)
        .hasMessageMatching(
            "(?s).*" + message.replace("[", "\\[").replace("{", "\\{").replace("$", "\\$") + ".*");
  }
}
