package coldbench.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.Drawing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the machine; with {@code -Ddrawing=write} its drawing is made anew. */
class StateMachinePageTest {
  private static final Path PAGE = Path.of("docs", "state-machine.md");
  private static final String BEGIN = "```mermaid\n";

  @Test
  void theDrawingIsThatOfTheDefinition() throws IOException {
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf("```\n", begin);
    String drawing = Drawing.of(SynthesizedMachine.definition());
    if (System.getProperty("drawing", "").equals("write")) {
      Files.writeString(PAGE, page.substring(0, begin) + drawing + page.substring(end));
      return;
    }

    assertThat(page.substring(begin, end))
        .as("made anew by mvn test -Dtest=StateMachinePageTest -Ddrawing=write")
        .isEqualTo(drawing);
  }
}
