package coldbench.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.deploy.functions.Lineup;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code architecture=both}. */
class BothProcessorsTest {
  @TempDir private Path folder;

  private List<Lineup.Member> lineup(Map<String, Object> context) {
    return Settings.from(context, folder, Map.of()).lineup(folder);
  }

  private List<Lineup.Member> both(Object... functions) {
    return lineup(Map.of("architecture", "both", "functions", List.of(functions)));
  }

  private List<String> own(Object... functions) {
    return both(functions).stream()
        .skip(4)
        .map(each -> each.function().label() + " " + each.function().architecture().lambdaName())
        .toList();
  }

  private void code(String name) throws Exception {
    Files.createDirectories(folder.resolve(name));
    Files.writeString(folder.resolve(name).resolve("app.py"), "# " + name);
  }

  private static Map<String, Object> entry(Object code) {
    return Map.of("label", "own", "code", code, "runtime", "python3.13", "handler", "app.handler");
  }

  @Test
  void eachFunctionOfOursStandsOnceForEachProcessor() {
    List<Lineup.Member> members = both("bare", "java-jvm");

    assertThat(members)
        .extracting(
            each ->
                each.id()
                    + " "
                    + each.function().label()
                    + " "
                    + each.function().architecture().lambdaName())
        .containsExactly(
            "JavaArm64 java-arm64 arm64",
            "JavaX8664 java-x86-64 x86_64",
            "PythonArm64 python-arm64 arm64",
            "PythonX8664 python-x86-64 x86_64",
            "OwnBareArm64 bare-arm64 arm64",
            "OwnBareX8664 bare-x86-64 x86_64",
            "OwnJavaJvmArm64 java-jvm-arm64 arm64",
            "OwnJavaJvmX8664 java-jvm-x86-64 x86_64");
  }

  @Test
  void anEntryWithAPackageForEachStandsTwiceAndOneWithoutOnce() throws Exception {
    code("arm64");
    code("x86_64");
    code("any");

    assertThat(own(entry("{architecture}")))
        .containsExactly("own-arm64 arm64", "own-x86-64 x86_64");
    assertThat(own(entry(Map.of("arm64", "any", "x86_64", "x86_64"))))
        .containsExactly("own-arm64 arm64", "own-x86-64 x86_64");
    assertThat(own(entry("any"))).containsExactly("own arm64");
    assertThat(own(entry(Map.of("x86_64", "any")))).containsExactly("own x86_64");
    assertThat(
            own(
                Map.of(
                    "label", "own",
                    "code", "any",
                    "architecture", "x86_64",
                    "runtime", "python3.13",
                    "handler", "app.handler")))
        .containsExactly("own x86_64");
  }

  @Test
  void whatIsLikeAnotherIsLikeTheOneOfItsProcessor() {
    List<Lineup.Member> members =
        both(Map.of("label", "tuned", "like", "java", "environment", Map.of("MODE", "fast")));

    assertThat(members)
        .extracting(each -> each.function().label() + " " + each.function().like().orElse(""))
        .contains("tuned-arm64 java-arm64", "tuned-x86-64 java-x86-64");
  }

  @Test
  void forOneProcessorAPackageForEachIsThatOnesAlone() throws Exception {
    code("x86_64");

    assertThat(
            lineup(
                Map.of(
                    "architecture",
                    "x86_64",
                    "functions",
                    List.of(entry(Map.of("arm64", "gone", "x86_64", "x86_64"))))))
        .last()
        .satisfies(each -> assertThat(each.function().label()).isEqualTo("own"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"arm": "any"}     | code.arm is not a field, expected one of arm64, x86_64
          {"arm64": 1}       | code.arm64 is 1, expected the path of a folder or a .zip or .jar file
          {"x86_64": "gone"} | code is "{here}/gone", which does not exist
          {}                 | code.arm64 is missing, expected the path of a folder
          """)
  void aPackageForEachThatIsNoneIsNamedOnce(String code, String message) throws Exception {
    code("any");
    Object parsed = new com.fasterxml.jackson.databind.ObjectMapper().readValue(code, Map.class);

    assertThatThrownBy(() -> both(entry(parsed)))
        .isInstanceOf(SettingsException.class)
        .satisfies(
            thrown ->
                assertThat(thrown.getMessage().lines().distinct().toList())
                    .hasSameSizeAs(thrown.getMessage().lines().toList()))
        .hasMessageContaining(message.replace("{here}", folder.toString()));
  }

  @Test
  void aLabelThatIsMadeOfAnotherIsNamed() throws Exception {
    code("any");
    Map<String, Object> taken =
        Map.of(
            "label", "bare-arm64",
            "code", "any",
            "runtime", "python3.13",
            "handler", "app.handler");

    assertThatThrownBy(() -> both("bare", taken))
        .hasMessage(
            "functions has the label bare-arm64, which is also made of another one for its base or its processor: rename one");
  }

  /** By their code and not by their labels, which are of many kinds. */
  @Test
  void whateverHasOurCodeIsAskedForItsSandboxAndNothingElse() throws Exception {
    code("any");
    Map<String, Object> theirs =
        Map.of(
            "label", "python-base",
            "code", folder.resolve("any").toString(),
            "runtime", "python3.13",
            "handler", "app.handler");
    Synthesized both =
        Synthesized.with(
            Map.of(
                "architecture",
                "both",
                "functions",
                List.of(
                    "bare",
                    Map.of(
                        "label", "tuned", "like", "python", "environment", Map.of("MODE", "fast")),
                    theirs)));

    JsonNode offered = both.definition().at("/States/LoadSettings/Assign/available");

    assertThat(offered)
        .filteredOn(each -> each.path("tells").asBoolean())
        .extracting(each -> each.path("label").asText())
        .containsExactly(
            "java-arm64",
            "java-x86-64",
            "python-arm64",
            "python-x86-64",
            "bare-arm64",
            "bare-x86-64",
            "tuned");
    assertThat(offered).last().matches(each -> !each.path("tells").asBoolean(true));
  }

  @Test
  void theStackHasBothAndTheMachineOffersThem() {
    Synthesized both = Synthesized.with(Map.of("architecture", "both"));

    JsonNode offered = both.definition().at("/States/LoadSettings/Assign/available");
    assertThat(offered)
        .extracting(each -> each.path("label").asText())
        .containsExactly("java-arm64", "java-x86-64", "python-arm64", "python-x86-64");
    assertThat(both.template().findValuesAsText("FunctionName"))
        .contains("coldbench-dev-java-arm64", "coldbench-dev-java-x86-64");
    assertThat(both.template().findValues("Architectures").toString())
        .contains("[\"arm64\"]", "[\"x86_64\"]");
    assertThat(both.validationReport().path("pluginReports")).isEmpty();
  }
}
