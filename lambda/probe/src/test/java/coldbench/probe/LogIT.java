package coldbench.probe;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.FunctionProcess;
import coldbench.testing.Launcher;
import coldbench.testing.RuntimeApiServer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a function logs is on stdout before its answer is.
 *
 * <p>Source: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-advanced.html
 */
class LogIT {
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
  private static final String ID = "8476a536-e9f4-11e8-9739-000000000001";
  private static final String EVENT = "{\"do\": \"log\", \"text\": \"a \\\"b\\\"\\n\u00e9\"}";

  static Stream<Launcher> launchers() {
    return RuntimeIT.launchers();
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void textHasTimeRequestLevelAndMessage(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function =
            launcher.start(server, Map.of("AWS_LAMBDA_LOG_LEVEL", "ERROR"))) {
      server.invoke(EVENT);
      StringBuilder wanted = new StringBuilder();
      for (String level : "TRACE DEBUG INFO WARN ERROR FATAL".split(" ", -1)) {
        wanted.append(TIME + "\t" + ID + "\t" + level + "\ta \"b\"\n\u00e9\n");
      }
      assertThat(function.log()).matches(wanted);
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void jsonHasAnObjectALineFromTheWantedLevelOn(Launcher launcher) throws Exception {
    Map<String, String> json =
        Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON", "AWS_LAMBDA_LOG_LEVEL", "ERROR");
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server, json)) {
      server.invoke(EVENT);
      String line =
          "\\{\"timestamp\": \""
              + TIME
              + "\", \"level\": \"LEVEL\", \"AWSRequestId\": \""
              + ID
              + "\", \"message\": \"a \\\\\"b\\\\\"\\\\n\u00e9\"}\n";
      assertThat(function.log())
          .matches(line.replace("LEVEL", "ERROR") + line.replace("LEVEL", "FATAL"));
      server.invoke("{\"do\": \"fail\", \"text\": \"x\"}");
      assertThat(function.log())
          .contains(
              "\"message\": \"x\", \"errorType\": \"java.io.IOException\", \"stackTrace\": [\"");
    }
  }

  @ParameterizedTest
  @MethodSource("launchers")
  void whatIsPrintedIsThereAtOnceToo(Launcher launcher) throws Exception {
    try (RuntimeApiServer server = new RuntimeApiServer();
        FunctionProcess function = launcher.start(server)) {
      server.invoke("{\"do\": \"print\", \"text\": \"a line\"}");
      assertThat(function.log()).isEqualTo("a line\n");
    }
  }
}
