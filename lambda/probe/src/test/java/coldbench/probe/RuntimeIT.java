package coldbench.probe;

import static coldbench.testing.RuntimeApiServer.head;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.Request;
import coldbench.testing.RuntimeApiServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The runtime as Lambda's documentation wants it, natively and on a JVM.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
class RuntimeIT {
  private static final String ID = "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

  static Stream<Launcher> launchers() {
    return Launcher.all("coldbench.probe.Main", Path.of(System.getProperty("native.folder")));
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void manyInvocationsUseOneConnection(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      for (int i = 0; i < 200; i++) {
        String event = "{\"i\": " + i + ", \"text\": \"h\u00e9llo \u2713 \ud83d\ude00 \\u0000\"}";
        Request answer = server.invoke(event);
        assertThat(answer.method()).isEqualTo("POST");
        assertThat(answer.path())
            .matches("/2018-06-01/runtime/invocation/8476a536-e9f4-11e8-9739-\\d{12}/response");
        assertThat(answer.fields())
            .containsEntry("content-type", "application/json")
            .containsEntry("host", server.authority());
        assertThat(answer.text()).isEqualTo(event);
      }
      assertThat(server.connections()).isEqualTo(1);
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void theContextSaysWhatTheHeaderSays(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server, Map.of("PROBE", "a b=1"))) {
      String event = "{\"do\": \"context\"}";
      server.receiveNext();
      server.send(
          head(ID)
              + "LAMBDA-RUNTIME-CLIENT-CONTEXT:  {\"a\":1}\t\r\nlambda-runtime-cognito-identity: {}\r\n"
              + "Content-Length: "
              + event.length()
              + "\r\n\r\n"
              + event);
      String traceId = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=1";
      assertThat(server.receive().text())
          .startsWith(
              "{\"requestId\": \""
                  + ID
                  + "\", \"functionArn\":"
                  + " \"arn:aws:lambda:us-east-1:123456789012:function:coldbench\", \"deadline\": ")
          .contains("\"inTime\": \"true\"")
          .contains("\"traceId\": \"" + traceId + "\"")
          .contains("\"published\": \"" + (launcher.isNative() ? traceId : "none") + "\"")
          .contains("\"clientContext\": \"{\\\"a\\\":1}\"")
          .contains("\"cognitoIdentity\": \"{}\"")
          .contains("\"variable\": \"a b=1\"");
      server.accept();
      server.receiveNext();
      server.send(
          head(ID).replaceAll("Lambda-Runtime-Trace-Id:.*\r\n", "")
              + "Content-Length: "
              + event.length()
              + "\r\n\r\n"
              + event);
      assertThat(server.receive().text())
          .contains("\"traceId\": \"none\"")
          .contains("\"published\": \"" + (launcher.isNative() ? "" : "none") + "\"")
          .contains("\"clientContext\": \"none\"");
      assertThat(function.log()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void whatAHandlerThrowsIsReportedAndTheNextInvocationFollows(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      Request error = server.invoke("{\"do\": \"fail\", \"text\": \"no \\\"file\\\" \u00e9\"}");
      assertThat(error.path()).endsWith("/error");
      assertThat(error.fields())
          .containsEntry("lambda-runtime-function-error-type", "java.io.IOException");
      assertThat(error.text())
          .startsWith(
              "{\"errorMessage\": \"no \\\"file\\\" \u00e9\", \"errorType\": \"java.io.IOException\","
                  + " \"stackTrace\": [\"coldbench.probe.Probe.handle(Probe.java:")
          .contains("\"coldbench.probe.Main.main(Main.java:");
      assertThat(function.log())
          .contains(
              "\tERROR\tjava.io.IOException: no \"file\" \u00e9\n    at coldbench.probe.Probe.");
      assertThat(server.invoke("{}").text()).isEqualTo("{}");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anEventThatIsNotJsonIsThatInvocationsError(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      assertThat(server.invoke("{\"do\": }").text())
          .contains("not JSON: '}' at byte 7, expected a string")
          .contains("\"errorType\": \"coldbench.runtime.JsonException\"");
      assertThat(server.invoke("").text()).contains("not JSON: the end at byte 0");
      assertThat(server.invoke("{}").text()).isEqualTo("{}");
      assertThat(function.exitedWithin(0)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void endlessRecursionIsAnErrorLikeAnyOther(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      for (int i = 0; i < 3; i++) {
        assertThat(server.invoke("{\"do\": \"recurse\"}").text())
            .contains("\"errorType\": \"java.lang.StackOverflowError\"");
        assertThat(server.invoke("{}").text()).isEqualTo("{}");
      }
      assertThat(function.exitedWithin(0)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aFullHeapIsReportedAndEndsTheProcess(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      assertThat(server.invoke("{\"do\": \"fill the heap\"}").text())
          .contains("\"errorType\": \"java.lang.OutOfMemoryError\"")
          .contains("Java heap space");
      assertThat(function.exitCode()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aFailureDuringInitIsReportedAndEndsTheProcess(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server, Map.of("PROBE_INIT", "fail"))) {
      Request error = server.receive();
      server.accept();
      assertThat(error.method() + " " + error.path())
          .isEqualTo("POST /2018-06-01/runtime/init/error");
      assertThat(error.fields())
          .containsEntry("lambda-runtime-function-error-type", "java.lang.IllegalStateException");
      assertThat(error.text())
          .startsWith(
              "{\"errorMessage\": \"no init today: \\\"\u00e9\\\"\", \"errorType\":"
                  + " \"java.lang.IllegalStateException\", \"stackTrace\": [\"coldbench.probe.Main.");
      assertThat(function.exitCode()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void anAnswerThatLambdaFindsTooLargeIsLoggedAndTheNextInvocationFollows(Launcher launcher)
      throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      server.receiveNext();
      server.sendEvent(ID, "{\"do\": \"answer\", \"size\": 6300000}".getBytes(UTF_8));
      assertThat(server.receive().text()).hasSize(6300000);
      server.send("HTTP/1.1 413 Payload Too Large\r\nContent-Length: 0\r\n\r\n");
      assertThat(server.invoke("{}").text()).isEqualTo("{}");
      assertThat(function.log())
          .contains("ERROR\tFunction.ResponseSizeTooLarge: the answer has 6300000 bytes");
      assertThat(function.exitedWithin(0)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void aFunctionUrlsRequestIsUnderstood(Launcher launcher) throws Exception {
    String request =
        "{\"rawPath\": \"/my/path\", \"rawQueryString\": \"a=1&a=2&e=\", \"cookies\": [\"c=1\", \"d=2\"],"
            + " \"headers\": {\"header1\": \"value1,value2\"},"
            + " \"queryStringParameters\": {\"a\": \"1,2\", \"e\": \"\", \"\u00e9\": \"\ud83d\ude00\"},"
            + " \"requestContext\": {\"http\": {\"method\": \"POST\"}, \"authorizer\": null},"
            + " \"body\": \"aOlsbG/inJM=\", \"isBase64Encoded\": true, \"stageVariables\": null}";
    String quoted = request.replace("\"", "\\\"");
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      assertThat(server.invoke("{\"do\": \"request\", \"text\": \"" + quoted + "\"}").text())
          .isEqualTo(
              "{\"method\": \"POST\", \"rawPath\": \"/my/path\", \"rawQueryString\": \"a=1&a=2&e=\","
                  + " \"cookies\": \"[c=1, d=2]\", \"headers\": \"{header1=value1,value2}\","
                  + " \"parameters\": \"{a=1,2, e=, \u00e9=\ud83d\ude00}\", \"body\": \"h\ufffdllo\u2713\"}");
      assertThat(server.invoke("{\"do\": \"request\", \"text\": \"{}\"}").text())
          .isEqualTo(
              "{\"method\": \"\", \"rawPath\": \"\", \"rawQueryString\": \"\", \"cookies\": \"[]\","
                  + " \"headers\": \"{}\", \"parameters\": \"{}\", \"body\": \"\"}");
      assertThat(function.log()).isEmpty();
    }
  }
}
