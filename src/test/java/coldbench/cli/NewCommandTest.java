package coldbench.cli;

import static coldbench.cli.Project.coldbench;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.cli.Project.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong usage of the commands for functions of one's own: nothing is made. */
class NewCommandTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Orders | sqs | orders | NAME is \"Orders\", expected 1 to 16 of a-z, 0-9 and -, starting with a letter",
        "java | sqs | orders | NAME is \"java\", expected",
        "a-name-of-20-letters | sqs | orders | NAME is \"a-name-of-20-letters\", expected 1 to 16",
        "orders | mqtt | orders | --event is \"mqtt\", expected one of url, http-api, rest-api, sqs, sns, s3",
        "orders | sqs | com.new | the package is \"com.new\", expected a Java name",
      })
  void aValueThatCannotBeUsedIsNamed(
      String name, String event, String packageName, String message) {
    Outcome outcome =
        coldbench(
            "new", name, "--event", event, "--package", packageName, "--dir", folder.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("coldbench: " + message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatIsThereAlreadyIsLeftAlone() throws Exception {
    Files.createDirectory(folder.resolve("orders"));
    Outcome outcome = coldbench("new", "orders", "--dir", folder.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).contains(folder.resolve("orders") + " already exists");
    assertThat(folder.resolve("orders")).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource({"build", "serve"})
  void aFolderWithoutAFunctionIsNamed(String command) {
    Outcome outcome = coldbench(command, folder.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "coldbench: FOLDER is \"%s\", expected a folder with pom.xml and coldbench.json: make one with ./coldbench new%n"
                .formatted(folder));
  }

  @Test
  void watchingWantsAFolder() {
    Outcome outcome = coldbench("serve", "--watch");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("coldbench: FOLDER is missing");
  }
}
