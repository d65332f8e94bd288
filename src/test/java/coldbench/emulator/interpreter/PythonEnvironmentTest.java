package coldbench.emulator.interpreter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.Functions;
import coldbench.emulator.Invocation;
import coldbench.emulator.LocalLambda;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Python under AWS's runtime interface client, in the environment that the tool makes. */
class PythonEnvironmentTest {
  @TempDir Path folder;

  private Invocation invoke(String source, String event) throws Exception {
    Files.writeString(folder.resolve("app.py"), source);
    PythonEnvironment python = PythonEnvironment.prepare(System.getenv(), line -> {});
    EmulatorSettings settings = Functions.SETTINGS.withPython(python);
    try (LocalLambda lambda = new LocalLambda(settings)) {
      lambda.createFunction(Functions.python(folder, "app.handler"));
      return lambda.invoke("f", event.getBytes(UTF_8));
    }
  }

  @Test
  void aHandlerAnswersAndItsPrintsAreInTheLog() throws Exception {
    Invocation invocation =
        invoke(
            """
            print('at init')
            def handler(event, context):
                print('called', context.memory_limit_in_mb, context.invoked_function_arn)
                left = context.get_remaining_time_in_millis() > 1000
                return {'twice': 2 * event['n'], 'left': left}
            """,
            "{\"n\": 21}");

    assertThat(new String(invocation.payload(), UTF_8))
        .isEqualTo("{\"twice\": 42, \"left\": true}");
    assertThat(invocation.logTail())
        .startsWith("at init\nSTART RequestId")
        .contains("called 128 arn:aws:lambda:eu-central-1:123456789012:function:f\n")
        .contains("Init Duration: ");
    assertThat(folder).isDirectoryNotContaining("glob:**/__pycache__");
  }

  @Test
  void anExceptionIsTheFunctionsErrorWithItsStackTrace() throws Exception {
    Invocation failed = invoke("def handler(event, context):\n    return event['n']\n", "{}");

    assertThat(failed.functionError()).contains("Unhandled");
    assertThat(new String(failed.payload(), UTF_8))
        .contains("\"errorType\": \"KeyError\"", "\"errorMessage\": \"'n'\"", "\"stackTrace\"");
    assertThat(failed.logTail()).contains("[ERROR] KeyError: 'n'");
  }

  @Test
  void aHandlerThatIsNotThereIsAnInitError() throws Exception {
    Invocation failed = invoke("x = 1\n", "{}");

    assertThat(new String(failed.payload(), UTF_8))
        .contains("Runtime.HandlerNotFound", "Handler 'handler' missing on module 'app'");
  }

  @Test
  void aPythonThatDoesNotStartIsPassedOver() throws Exception {
    Path shim = folder.resolve("python3.13");
    Files.writeString(shim, "#!/bin/sh\necho no such version >&2\nexit 127\n");
    Files.setPosixFilePermissions(shim, PosixFilePermissions.fromString("rwxr-xr-x"));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.merge("PATH", folder.toString(), (path, first) -> first + ":" + path);

    PythonFinder.Python python = new PythonFinder(environment).find();

    assertThat(python.executable()).isNotEqualTo(shim);
    assertThat(python.minor()).isGreaterThanOrEqualTo(10);
  }

  @Test
  void withoutAPythonTheErrorSaysWhatToInstall() {
    Map<String, String> nowhere = Map.of("PATH", folder.toString(), "HOME", folder.toString());
    assertThatThrownBy(() -> PythonEnvironment.prepare(nowhere, line -> {}))
        .isInstanceOf(PythonUnavailableException.class)
        .hasMessage(
            "No Python 3.10 or newer was found: install Python 3.13 so that python3.13 or python3"
                + " on the PATH starts it");
  }

  @Test
  void aPythonWithoutVenvAndOneThatIsTooOldAreNamed() throws Exception {
    Path python = folder.resolve("python3");
    Map<String, String> only = Map.of("PATH", folder.toString(), "HOME", folder.toString());
    Files.writeString(python, "#!/bin/sh\necho 3.13.1\necho No module named ensurepip\nexit 1\n");
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThatThrownBy(() -> PythonEnvironment.prepare(only, line -> {}))
        .hasMessageContaining("venv module is missing (tried " + python + ")")
        .hasMessageContaining("apt install python3-venv");

    Files.writeString(python, "#!/bin/sh\necho 3.9.2\n");
    assertThatThrownBy(() -> PythonEnvironment.prepare(only, line -> {}))
        .hasMessageContaining("(too old: " + python + " is 3.9.2)");
  }

  @Test
  void theEnvironmentIsMadeOnceAndThenFound() throws Exception {
    List<String> progress = new ArrayList<>();
    PythonEnvironment first = PythonEnvironment.prepare(System.getenv(), line -> {});

    PythonEnvironment second = PythonEnvironment.prepare(System.getenv(), progress::add);

    assertThat(second).isEqualTo(first);
    assertThat(progress).noneMatch(line -> line.startsWith("Installing"));
    assertThat(second.description()).matches("CPython 3\\.\\d+\\.\\S+ with awslambdaric 4\\.2\\.2");
  }
}
