package coldbench.cli;

import static coldbench.cli.Project.coldbench;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.cli.Project.Outcome;
import coldbench.project.Entries;
import coldbench.project.EventKind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From an empty folder to a native function that answers, by the tool's own commands. */
class OwnProjectIT {
  private static final Map<String, String> ANSWERS =
      Map.of(
          "url", "{\\\"message\\\": \\\"Hello, world!\\\"}",
          "http-api", "{\\\"message\\\": \\\"Hello, world!\\\"}",
          "rest-api", "{\\\"message\\\": \\\"Hello, world!\\\"}",
          "sqs", "{\"batchItemFailures\": []}",
          "dynamodb", "{\"batchItemFailures\": []}",
          "kinesis", "{\"batchItemFailures\": []}",
          "json", "{\"message\": \"Hello, Ada!\"}");

  @TempDir private Path folder;

  @Test
  void theTestsOfEveryKindOfFunctionAreGreen() throws Exception {
    for (EventKind kind : EventKind.values()) {
      assertThat(make("a-" + kind.label, kind.label, "--package", "com.example.a").exitCode())
          .isZero();
    }
    String modules =
        EventKind.labels().stream()
            .map(label -> "<module>a-" + label + "</module>")
            .collect(Collectors.joining());
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>all</artifactId>
        <version>1</version><packaging>pom</packaging><modules>%s</modules></project>
        """
            .formatted(modules));
    String output = test();
    assertThat(output).contains("BUILD SUCCESS");
    assertThat(output.split("Tests run: 1, Failures: 0", -1))
        .hasSizeGreaterThan(EventKind.values().length);
  }

  @Test
  void aNewFunctionAnswersNativelyAsOnAJvmAndWhatCannotBeCompiledIsNamedWithItsLine()
      throws Exception {
    Outcome made = make("orders", "sqs");
    Path project = folder.resolve("orders");
    assertThat(made.out()).isEqualTo("Made " + project + System.lineSeparator());
    assertThat(Files.readAllLines(project.resolve("pom.xml"))).hasSizeLessThanOrEqualTo(30);

    assertThat(made.err()).contains("coldbench.json --functions orders,orders-jvm");

    for (String how : new String[] {"--jvm", "--event=sqs"}) {
      Outcome answer = coldbench("invoke", project.toString(), how);
      assertThat(answer.exitCode()).as(answer.err()).isZero();
      assertThat(answer.out().strip()).isEqualTo("{\"batchItemFailures\": []}");
      assertThat(answer.err())
          .contains("\tINFO\tTest message.\n")
          .containsPattern("REPORT RequestId: \\S+\tDuration: .* ms\t.*Init Duration: ");
    }

    Outcome wrong = coldbench("invoke", project.toString(), "--event=sns");
    assertThat(wrong.err()).doesNotContain("Building");
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.out()).contains("Records[0].messageId is missing, expected a string");

    Path source = project.resolve("src/main/java/orders/OrdersFunction.java");
    String before = Files.readString(source);
    Files.writeString(
        source,
        before.replace(
            "log.accept(message.body())",
            "log.accept(message.body() + new java.util.Random(1).ints(9).sum())"));
    Outcome refused = coldbench("build", project.toString(), "--arch", "x86_64");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("java.util.Random.ints")
        .contains("OrdersFunction.java:3")
        .contains("Call nextInt")
        .doesNotContain("Help 1", "\tat ", "MojoFailureException");
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(EventKind.class)
  void everyKindOfFunctionAnswersItsSampleNatively(EventKind kind) throws Exception {
    assertThat(make("a", kind.label).exitCode()).isZero();
    Outcome answer = coldbench("invoke", folder.resolve("a").toString());
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(answer.out()).contains(ANSWERS.getOrDefault(kind.label, "{}"));
  }

  /** With libraries that a function has only when it asks for them. */
  @Tag("long")
  @Test
  void aFunctionThatCallsServicesBuildsAndAVariableThatIsMissingFailsItsInitByName()
      throws Exception {
    assertThat(make("table", "json").exitCode()).isZero();
    Path project = folder.resolve("table");
    callsServices(project);
    Path source = project.resolve("src/main/java/table/TableFunction.java");
    Files.writeString(
        source,
        """
        package table;

        import coldbench.aws.Aws;
        import coldbench.aws.AwsJson;
        import coldbench.aws.AwsService;
        import coldbench.runtime.Handler;
        import coldbench.runtime.Init;
        import coldbench.runtime.Initializer;
        import coldbench.runtime.LambdaRuntime;
        import java.io.IOException;
        import java.nio.charset.StandardCharsets;

        public final class TableFunction implements Initializer {
          public static void main(String[] args) {
            LambdaRuntime.run(new TableFunction());
          }

          @Override
          public Handler initialize(Init init) throws IOException {
            String table = init.environment().required("TABLE");
            AwsJson dynamo = Aws.of(init).json(AwsService.DYNAMODB);
            return (event, context) ->
                ("{\\"table\\": \\"" + table + "\\", \\"client\\": " + (dynamo != null) + "}")
                    .getBytes(StandardCharsets.UTF_8);
          }
        }
        """);
    Files.delete(project.resolve("src/test/java/table/TableFunctionTest.java"));

    Outcome missing = coldbench("invoke", project.toString(), "--jvm");
    assertThat(missing.exitCode()).isEqualTo(1);
    assertThat(missing.out() + missing.err()).contains("the environment variable TABLE is not set");

    Entries.add(project, "\"environment\": {\"TABLE\": \"orders\"}");
    Outcome noRole = coldbench("invoke", project.toString(), "--jvm");
    assertThat(noRole.exitCode()).isEqualTo(1);
    assertThat(noRole.out()).contains("AWS_ACCESS_KEY_ID is not set, expected as Lambda sets it");

    ProcessBuilder withCredentials =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "coldbench.cli.Main",
            "invoke",
            project.toString(),
            "--jvm");
    withCredentials
        .environment()
        .putAll(Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "key"));
    Process answer = withCredentials.redirectErrorStream(true).start();
    assertThat(new String(answer.getInputStream().readAllBytes(), UTF_8).lines())
        .contains("{\"table\": \"orders\", \"client\": true}");
    assertThat(answer.waitFor()).isZero();

    Files.writeString(
        source,
        Files.readString(source)
            .replace(" implements Initializer", "")
            .replace(
                "run(new TableFunction())", "run(init -> new TableFunction().initialize(init))")
            .replace("@Override", ""));
    Outcome onlyMain = coldbench("invoke", project.toString(), "--jvm");
    assertThat(onlyMain.out())
        .contains("table.TableFunction does not implement coldbench.runtime.Initializer, expected");
  }

  @Test
  void whatIsSavedIsServed() throws Exception {
    assertThat(make("hello", "url").exitCode()).isZero();
    Path project = folder.resolve("hello");
    Path log = folder.resolve("serve.log");
    int port = 20_000 + (int) (ProcessHandle.current().pid() % 10_000);
    Process server = serve(project, port, log);
    try {
      await(log, "Press Ctrl-C to stop.");
      URI url = URI.create("http://127.0.0.1:" + port + "/?name=Ada");
      assertThat(get(url)).isEqualTo("{\"message\": \"Hello, Ada!\"}");
      Path source = project.resolve("src/main/java/hello/HelloFunction.java");
      Files.writeString(source, Files.readString(source).replace("Hello, ", "Good day, "));
      await(log, "Rebuilt hello");
      assertThat(get(url)).isEqualTo("{\"message\": \"Good day, Ada!\"}");
      Files.writeString(
          source, Files.readString(source).replace("record Greeting", "recor Greeting"));
      await(log, "hello stays as it was");
      assertThat(Files.readString(log)).contains("HelloFunction.java:");
      assertThat(get(url)).isEqualTo("{\"message\": \"Good day, Ada!\"}");
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  /**
   * Its table is new each time, and there before the function connects in its init. That its test
   * no longer compiles is nothing to those who call it.
   */
  @Tag("long")
  @Test
  void aServedFunctionWorksOnATableOfItsOwn() throws Exception {
    assertThat(make("hits", "url").exitCode()).isZero();
    Path project = folder.resolve("hits");
    callsServices(project);
    Files.writeString(
        project.resolve("src/main/java/hits/HitsFunction.java"),
        """
        package hits;

        import coldbench.aws.Aws;
        import coldbench.aws.AwsJson;
        import coldbench.aws.AwsService;
        import coldbench.runtime.Handler;
        import coldbench.runtime.Init;
        import coldbench.runtime.Initializer;
        import coldbench.runtime.LambdaRuntime;
        import java.io.IOException;
        import java.nio.charset.StandardCharsets;

        public final class HitsFunction implements Initializer {
          public static void main(String[] args) {
            LambdaRuntime.run(new HitsFunction());
          }

          @Override
          public Handler initialize(Init init) throws IOException {
            AwsJson dynamo = Aws.of(init).json(AwsService.DYNAMODB);
            String row = "{\\"TableName\\": \\"" + init.environment().required("TABLE_NAME")
                + "\\", \\"Key\\": {\\"id\\": {\\"S\\": \\"hits\\"}}";
            dynamo.call("GetItem", (row + "}").getBytes(StandardCharsets.UTF_8));
            byte[] count = (row + ", \\"UpdateExpression\\": \\"ADD n :one\\", \\"ReturnValues\\": \\"UPDATED_NEW\\","
                + " \\"ExpressionAttributeValues\\": {\\":one\\": {\\"N\\": \\"1\\"}}}").getBytes(StandardCharsets.UTF_8);
            return (event, context) -> dynamo.call("UpdateItem", count);
          }
        }
        """);
    Entries.add(
        project,
        "\"table\": {\"partitionKey\": \"id\","
            + " \"actions\": [\"dynamodb:GetItem\", \"dynamodb:UpdateItem\"]}");
    for (int start = 1; start <= 2; start++) {
      Path log = folder.resolve("serve-" + start + ".log");
      int port = 30_000 + (int) (ProcessHandle.current().pid() % 10_000);
      Process server = serve(project, port, log);
      try {
        await(log, "Press Ctrl-C to stop.");
        assertThat(Files.readString(log)).contains("Starting DynamoDB local");
        URI url = URI.create("http://127.0.0.1:" + port + "/");
        assertThat(get(url)).contains("\"n\":{\"N\":\"1\"}");
        assertThat(get(url)).contains("\"n\":{\"N\":\"2\"}");
        await(log, "Init Duration");
      } finally {
        server.destroy();
        server.waitFor();
      }
    }
  }

  private static Process serve(Path project, int port, Path log) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "coldbench.cli.Main",
            "serve",
            project.toString(),
            "--watch",
            "--port=" + port)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static void callsServices(Path project) throws IOException {
    Path pom = project.resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace(
                "</project>",
                """
                  <dependencies>
                    <dependency>
                      <groupId>coldbench</groupId>
                      <artifactId>coldbench-aws</artifactId>
                    </dependency>
                  </dependencies>
                </project>
                """));
  }

  private Outcome make(String name, String kind, String... more) {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"new", name, "--event=" + kind, "--dir", folder.toString()},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return coldbench(arguments);
  }

  /** In Maven's own process, which spares a JVM for each module. */
  private String test() throws IOException, InterruptedException {
    String pom = folder.resolve("pom.xml").toString();
    Process process =
        new ProcessBuilder("mvn", "-B", "-f", pom, "test", "-DforkCount=0")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }

  private static void await(Path log, String line) throws IOException, InterruptedException {
    for (int i = 0; i < 1200 && !Files.readString(log).contains(line); i++) {
      Thread.sleep(100);
    }
    assertThat(Files.readString(log)).contains(line);
  }

  private static String get(URI url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
