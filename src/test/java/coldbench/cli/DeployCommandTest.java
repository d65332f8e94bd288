package coldbench.cli;

import static coldbench.cli.Project.coldbench;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.cli.Project.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What deploy and destroy refuse before anything is built or asked of an account. */
class DeployCommandTest {
  private static final String ENTRY =
      "{'label': 'orders', 'code': 'target/native/{architecture}', 'runtime': 'provided.al2023',"
          + " 'handler': 'bootstrap'%s}";

  @TempDir private Path folder;

  private Path project(String name, String entries) throws IOException {
    Path project = Files.createDirectories(folder.resolve(name));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    Files.writeString(project.resolve("coldbench.json"), entries.replace('\'', '"'));
    return project;
  }

  private static void assertRefused(String message, String... arguments) {
    Outcome outcome = coldbench(arguments);
    assertThat(outcome.err()).startsWith("coldbench: ").contains(message);
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy", "destroy"})
  void aFolderWithoutAFunctionIsNamed(String command) throws IOException {
    String expected =
        "FOLDER is \"%s\", expected a folder with pom.xml and coldbench.json: make one with ./coldbench new";
    assertRefused(expected.formatted(folder), command, folder.toString());
    Path noPom = project("orders", "[" + ENTRY.formatted("") + "]");
    Files.delete(noPom.resolve("pom.xml"));
    assertRefused(expected.formatted(noPom), command, noPom.toString());
    Path gone = folder.resolve("gone");
    assertRefused(expected.formatted(gone), command, gone.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"deploy", "destroy"})
  void twoFunctionsOfOneNameAreNamed(String command) throws IOException {
    Path one = project("one", "[" + ENTRY.formatted("") + "]");
    Path other = project("other", ENTRY.formatted(""));
    assertRefused(
        "%s and %s both have the label orders, expected another for each".formatted(one, other),
        command,
        one.toString(),
        other.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | functions[0].label in %s is missing, expected 1 to 20 of a-z",
        "{'label': 'My orders'} | functions[0].label in %s is \"My orders\", expected 1 to 20 of a-z",
        "{'label': 'java'} | functions[0].label in %s is \"java\", expected",
        "{'label': | %s is not valid JSON",
      })
  void aLabelThatCannotBeAStacksNameIsNamed(String entries, String message) throws IOException {
    Path project = project("orders", entries);
    String wrong = message.formatted(project.resolve("coldbench.json"));
    assertRefused(wrong, "deploy", project.toString());
    assertRefused(wrong, "destroy", project.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--env=Dev | --env is \"Dev\", expected 1 to 20 of a-z, 0-9 and -, starting with a letter",
        "--env=an-environment-of-24-cha | --env is \"an-environment-of-24-cha\"",
        "--arch=x86 | --arch is \"x86\", expected arm64 or x86_64",
        "--memory=64 | --memory is 64, expected 128 to 10240",
        "--url=ALL | expected one of AWS_IAM, NONE, OFF",
        "--env=dev | --yes is missing, and there is no terminal to ask at",
      })
  void anOptionThatCannotBeUsedIsNamed(String option, String message) throws IOException {
    Path project = project("orders", "[" + ENTRY.formatted("") + "]");
    Outcome outcome = coldbench("deploy", project.toString(), option);
    assertThat(outcome.err()).contains(message);
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'timeoutSeconds': 1000 | functions[0].timeoutSeconds in %s is 1000",
        "'environment': {'KEY': '${NO_SUCH_VARIABLE}'} | the variable NO_SUCH_VARIABLE is not set",
        "'size': 1 | functions[0] in %s.size is not a field",
        "'layers': 1 | layers",
      })
  void anEntryThatCannotBeDeployedIsNamedButCanBeDestroyed(String field, String message)
      throws IOException {
    Path project = project("orders", "[" + ENTRY.formatted(", " + field) + "]");
    Outcome outcome = coldbench("deploy", project.toString(), "--yes");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains("coldbench.json").contains(message.replaceAll(".*%s", ""));
    assertThat(coldbench("destroy", project.toString()).err()).contains("--yes is missing");
  }

  @Test
  void theFirstEntryMustBeTheExecutable() throws IOException {
    Path project =
        project("orders", "[" + ENTRY.formatted("").replace("provided.al2023", "java25") + "]");
    assertRefused(
        "functions[0].runtime in %s is \"java25\", expected provided.al2023"
            .formatted(project.resolve("coldbench.json")),
        "deploy",
        project.toString());
  }
}
