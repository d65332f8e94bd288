package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/native-functions.md}, command by command and file by file as it stands there. */
@Tag("long")
class NativeFunctionsDocIT {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^```(?<kind>console|java|json)(?: (?<file>\\S+))?\n(?<text>.*?)^```$");

  @TempDir private Path folder;

  @Test
  void theTutorialWorksAsItIsWritten() throws Exception {
    String page = Files.readString(Path.of("docs/native-functions.md"));
    Matcher block = BLOCK.matcher(page);
    StringBuilder output = new StringBuilder();
    while (block.find()) {
      if (block.group("kind").equals("console")) {
        for (String line : block.group("text").lines().toList()) {
          assertThat(line).startsWith("$ ");
          output.append(run(line.substring(2)));
        }
      } else {
        Path file = folder.resolve(block.group("file"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.group("text"));
      }
    }
    // Of what the page shows, all but the times.
    for (String line : page.lines().filter(each -> each.startsWith("    … INFO  ")).toList()) {
      assertThat(output).contains("INFO\t" + line.substring("    … INFO  ".length()) + "\n");
    }
    for (String line : page.lines().filter(each -> each.startsWith("    {\"")).toList()) {
      assertThat(output).contains(line.strip() + "\n");
    }
    assertThat(output)
        .containsPattern("orders-jvm adds [0-9,]+ ms to orders's cold start")
        .doesNotContain("too few for a verdict");
    assertThat(folder.resolve("orders/target/native/arm64/bootstrap")).isExecutable();
  }

  private String run(String command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(List.of("bash", "-c", command))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    String path = System.getenv("PATH") + ":" + Path.of("").toAbsolutePath();
    builder.environment().put("PATH", path);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("$ " + command + "\n" + output).isZero();
    return output;
  }
}
