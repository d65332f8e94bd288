package coldbench.cli;

import static coldbench.cli.Project.coldbench;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.cli.Project.Outcome;
import java.io.PrintWriter;
import java.io.StringWriter;
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
        "java-jvm | sqs | orders | NAME is \"java-jvm\", expected 1 to 16 of a-z, 0-9 and -, starting with a letter, and not one of java, python,",
        "../orders | sqs | orders | NAME is \"../orders\", expected",
        "a-name-of-20-letters | sqs | orders | NAME is \"a-name-of-20-letters\", expected 1 to 16",
        "orders | mqtt | orders | --event is \"mqtt\", expected one of url, http-api, rest-api, sqs, sns, s3",
        "new | sqs | new | the package is \"new\", expected a Java name such as com.example.orders, none of whose parts is a word of Java (new, int, …): give one with --package",
        "orders | sqs | java.orders | the package is \"java.orders\", expected a Java name",
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

  @Test
  void aFolderThatCannotBeMadeIsNamedBeforeAnythingIsBuilt() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    Outcome outcome = coldbench("new", "orders", "--dir", file.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("coldbench: " + file.resolve("orders") + " cannot be made (")
        .endsWith("give a folder that can be written by --dir" + System.lineSeparator())
        .doesNotContain("Installing");
  }

  @Test
  void twoFoldersOfOneNameAreNotServedAsOne() throws Exception {
    for (String parent : new String[] {"a", "b"}) {
      Path project = Files.createDirectories(folder.resolve(parent).resolve("orders"));
      Files.writeString(project.resolve("pom.xml"), "");
      Files.writeString(project.resolve("coldbench.json"), "[]");
    }
    Outcome outcome =
        coldbench("serve", folder.resolve("a/orders").toString(), folder + "/b/orders/");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "coldbench: FOLDER is \"%s\" and \"%s\", expected folders of different names: leave one out, or rename one%n"
                .formatted(folder.resolve("a/orders"), folder.resolve("b/orders")));
  }

  /** Whatever is wrong with the entry is said before anything is built. */
  @ParameterizedTest
  @CsvSource({"invoke", "serve"})
  void anEntryThatCannotBeUsedIsNamed(String command) throws Exception {
    Files.writeString(folder.resolve("pom.xml"), "");
    Files.writeString(
        folder.resolve("coldbench.json"),
        "[{\"label\": \"orders\", \"runtime\": \"provided.al2023\", \"handler\": \"bootstrap\","
            + " \"event\": {}, \"expect\": {}, \"timeoutSeconds\": \"9\"}]");
    Outcome outcome = coldbench(command, folder.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("timeoutSeconds is \"9\", expected a whole number from 1 to 900")
        .doesNotContain("Installing");
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
  void ofWhatIsNoFolderInvokeSaysThatFirst() {
    Outcome outcome = coldbench("invoke", "nosuch");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "coldbench: FOLDER|NAME is \"nosuch\", which is no folder here, expected one as ./coldbench new makes it;");
  }

  @Test
  void servedFunctionsOfOtherEventsAreToldWhatTheyGet() {
    StringWriter told = new StringWriter();
    PrintWriter err = new PrintWriter(told);
    ServeCommand.tell("shop", "{\"requestContext\":{\"http\":{\"method\":\"GET\"}}}", "x", err);
    assertThat(told.toString()).isEmpty();
    ServeCommand.tell("orders", "{\"Records\": []}", "coldbench invoke orders --jvm", err);
    assertThat(told.toString())
        .isEqualTo(
            "orders's own event is no HTTP request. What comes to its port it gets as the event of a function URL; its own is sent by%n  coldbench invoke orders --jvm%n"
                .formatted());
  }

  @Test
  void watchingWantsAFolder() {
    Outcome outcome = coldbench("serve", "--watch");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("coldbench: FOLDER is missing");
  }
}
