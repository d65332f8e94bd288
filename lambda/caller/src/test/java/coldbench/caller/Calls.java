package coldbench.caller;

import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.Request;
import coldbench.testing.RuntimeApiServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A started function, and what it is told to call. */
final class Calls implements AutoCloseable {
  private final RuntimeApiServer api;
  private final FunctionProcess process;

  private Calls(RuntimeApiServer api, FunctionProcess process) {
    this.api = api;
    this.process = process;
  }

  static Stream<Launcher> launchers() {
    return Launcher.all("coldbench.caller.Main", Path.of(System.getProperty("native.folder")));
  }

  static Calls start(Launcher launcher, Map<String, String> environment) throws IOException {
    RuntimeApiServer api = new RuntimeApiServer();
    return new Calls(api, launcher.start(api, environment));
  }

  /** One that trusts a root. */
  static Calls trusting(Launcher launcher, Authority root) throws Exception {
    return start(launcher, Map.of("PEM", root.pem()));
  }

  static Calls trusting(Launcher launcher, Authority root, String limits) throws Exception {
    return start(launcher, Map.of("PEM", root.pem(), "LIMITS", limits));
  }

  /** The answer, or the error as Lambda would be told. */
  String get(String url) throws IOException {
    return call(Map.of("do", "send", "url", url));
  }

  String call(Map<String, String> asked) throws IOException {
    StringBuilder json = new StringBuilder();
    new HashMap<>(asked)
        .forEach(
            (name, value) ->
                json.append(json.length() == 0 ? "{" : ", ")
                    .append(quote(name))
                    .append(": ")
                    .append(quote(value)));
    Request answer = api.invoke(json + "}");
    return answer.text();
  }

  private static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\');
      }
      if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  RuntimeApiServer api() {
    return api;
  }

  FunctionProcess process() {
    return process;
  }

  @Override
  public void close() throws IOException {
    process.close();
    api.close();
  }
}
