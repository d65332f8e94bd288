package coldbench.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.emulator.FunctionSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is refused before anything is started here. */
class LocalRuntimesTest {
  private final Map<String, FunctionSpec> functions = new LinkedHashMap<>();

  private void function(String label, String runtime, String architecture) {
    functions.put(
        label,
        new FunctionSpec(
            label,
            Path.of(""),
            runtime,
            "h",
            architecture,
            128,
            Duration.ofSeconds(1),
            Map.of(),
            "local",
            "arn"));
  }

  @Test
  void aRuntimeThatOnlyLambdaHasIsRefusedWithHowToLeaveItOut() {
    function("java", "provided.al2023", "x86_64");
    function("node", "nodejs22.x", "x86_64");
    function("foreign", "provided.al2023", "arm64");

    assertThatThrownBy(() -> LocalRuntimes.prepare(functions, "x86_64", line -> {}))
        .isInstanceOf(UnavailableHereException.class)
        .hasMessageContaining("the runtime of node is nodejs22.x, expected provided.…")
        .hasMessageContaining("foreign is built for arm64, this machine is x86_64")
        .hasMessageContaining("--functions java, or deploy it");
  }

  @Test
  void whatIsNotAvailableHereIsRefusedWithWhatToDo() {
    Set<String> labels = new LinkedHashSet<>(List.of("java", "snap", "python"));
    Map<String, List<String>> unavailable = Map.of("snap", List.of("SnapStart: x", "a network: y"));

    assertThatThrownBy(() -> LocalRuntimes.refuseUnavailable(labels, unavailable))
        .isInstanceOf(UnavailableHereException.class)
        .hasMessageContaining("snap needs what is not available locally: SnapStart: x")
        .hasMessageContaining("snap needs what is not available locally: a network: y")
        .hasMessageContaining("--functions java,python, or deploy it");
    assertThatCode(() -> LocalRuntimes.refuseUnavailable(Set.of("java"), unavailable))
        .doesNotThrowAnyException();
  }

  @Test
  void aJavaThatNoJvmHereIsNewEnoughForIsRefusedWithThoseThatThereAre() {
    function("future", "java999", "x86_64");

    assertThatThrownBy(() -> LocalRuntimes.prepare(functions, "x86_64", line -> {}))
        .isInstanceOf(UnavailableHereException.class)
        .hasMessageContaining("No JVM of Java 999 or newer was found (there are: ")
        .hasMessageContaining("install one and set JAVA_HOME");
  }
}
