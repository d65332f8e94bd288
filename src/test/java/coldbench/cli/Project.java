package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.local.HostInfo;
import coldbench.local.LocalStack;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** The project under test, and its commands. */
final class Project {
  static final Path FOLDER = Path.of("").toAbsolutePath();

  private Project() {}

  /** What a command did. */
  record Outcome(int exitCode, String out, String err) {}

  static Outcome coldbench(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Outcome(exitCode, out.toString(), err.toString());
  }

  /** The real stack, synthesized for this machine; built where its sources have changed. */
  static LocalStack stack() throws Exception {
    HostInfo machine = HostInfo.thisOne().orElseThrow();
    PrintWriter progress = new PrintWriter(System.err, true, UTF_8);
    return LocalStack.read(
        new OwnFunctionsOption().template(new Home(FOLDER), machine.architecture(), progress));
  }
}
