package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local Lambda's API with real processes behind it. */
class LocalLambdaTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

  @TempDir Path folder;
  LocalLambda lambda;

  @BeforeEach
  void start() {
    lambda = new LocalLambda(Functions.SETTINGS);
  }

  @AfterEach
  void stop() {
    lambda.close();
  }

  private Invocation invoke(String event) throws Exception {
    return lambda.invoke("f", event.getBytes(UTF_8));
  }

  private JsonNode describe() throws Exception {
    return JSON.readTree(invoke("{\"do\":\"describe\"}").payload());
  }

  private static JsonNode payload(Invocation invocation) throws Exception {
    return JSON.readTree(invocation.payload());
  }

  private void create() throws Exception {
    lambda.createFunction(Functions.spec(Functions.obedient(folder)));
  }

  @Test
  void theFunctionGetsTheEventAndItsAnswerComesBackToTheByte() throws Exception {
    create();
    String event = "{\"text\": \"Grüße, 世界 \\u0000\",\n \"n\": 1.50}";

    Invocation invocation = invoke(event);

    assertThat(new String(invocation.payload(), UTF_8)).isEqualTo(event);
    assertThat(invocation.statusCode()).isEqualTo(200);
    assertThat(invocation.functionError()).isEmpty();
    assertThat(invocation.executedVersion()).isEqualTo("$LATEST");
  }

  @Test
  void theFirstCallOfAProcessHasAnInitDurationAndTheNextOnesHaveNone() throws Exception {
    create();

    String cold = invoke("{}").logTail();
    String warm = invoke("{}").logTail();

    assertThat(cold)
        .matches(
            "START RequestId: (?<id>ID) Version: \\$LATEST\nEND RequestId: \\k<id>\nREPORT RequestId: \\k<id>\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms\tMemory Size: 128 MB\tMax Memory Used: \\d+ MB\tInit Duration: \\d+\\.\\d\\d ms\t\n"
                .replace("ID", ID));
    assertThat(warm)
        .matches(
            "START RequestId: (?<id>ID) Version: \\$LATEST\nEND RequestId: \\k<id>\nREPORT RequestId: \\k<id>\tDuration: \\d+\\.\\d\\d ms\tBilled Duration: \\d+ ms\tMemory Size: 128 MB\tMax Memory Used: \\d+ MB\t\n"
                .replace("ID", ID));
  }

  @Test
  void warmingUpTheHostCallsNoFunction() throws Exception {
    lambda.close();
    lambda = new LocalLambda(EmulatorSettings.defaults());
    create();
    assertThat(describe().get("calls").asInt()).isEqualTo(1);
  }

  @Test
  void theDurationIsThatOfTheFunctionAndTheInitThatOfItsStart() throws Exception {
    lambda.createFunction(
        Functions.spec(Functions.obedient(folder), Map.of("AT_INIT", "sleep 0.4")));

    String cold = invoke("{\"do\":\"sleep\",\"seconds\":0.2}").logTail();

    assertThat(number(cold, "Init Duration")).isBetween(400.0, 10_000.0);
    assertThat(number(cold, "\tDuration")).isBetween(200.0, 10_000.0);
    assertThat(number(cold, "Billed Duration"))
        .isEqualTo(Math.ceil(number(cold, "Init Duration") + number(cold, "\tDuration")));
  }

  @Test
  void whatARuntimeDoesBetweenItsAnswerAndItsNextQuestionIsPartOfTheDuration() throws Exception {
    create();

    String log = invoke("{\"do\":\"answerAndSleep\",\"seconds\":0.2}").logTail();

    assertThat(number(log, "\tDuration")).isBetween(200.0, 10_000.0);
  }

  private static double number(String log, String label) {
    Matcher number = Pattern.compile(label + ": ([0-9.]+)").matcher(log);
    assertThat(number.find()).as(label + " in " + log).isTrue();
    return Double.parseDouble(number.group(1));
  }

  @Test
  void theMemoryIsTheProcessesPeak() throws Exception {
    create();
    double before = number(invoke("{}").logTail(), "Max Memory Used");

    double during = number(invoke("{\"do\":\"allocate\",\"mb\":50}").logTail(), "Max Memory Used");
    double after = number(invoke("{}").logTail(), "Max Memory Used");

    assertThat(during).isBetween(before + 45, before + 60);
    assertThat(after).isEqualTo(during);
  }

  @Test
  void theRuntimeGetsTheHeadersOfTheRuntimeApi() throws Exception {
    create();
    long before = System.currentTimeMillis();

    JsonNode headers = describe().get("headers");

    assertThat(headers.get("lambda-runtime-aws-request-id").asText()).matches(ID);
    assertThat(headers.get("lambda-runtime-invoked-function-arn").asText())
        .isEqualTo("arn:aws:lambda:eu-central-1:123456789012:function:f");
    assertThat(headers.get("lambda-runtime-trace-id").asText())
        .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0");
    assertThat(headers.get("lambda-runtime-deadline-ms").asLong())
        .isBetween(before + 30_000, System.currentTimeMillis() + 30_000);
    assertThat(headers.get("content-type").asText()).isEqualTo("application/json");
  }

  @Test
  void credentialsAreThoseOfTheFunctionsSurroundings() throws Exception {
    Map<String, String> role = Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "key");
    lambda.createFunction(
        Functions.spec(Functions.obedient(folder))
            .withSurroundings(Surroundings.withCredentials(role)));

    Map<String, String> environment =
        JSON.convertValue(describe().get("environment"), new TypeReference<>() {});

    assertThat(environment)
        .containsAllEntriesOf(role)
        .doesNotContainKey("AWS_SESSION_TOKEN")
        .containsEntry("AWS_REGION", "eu-central-1");
  }

  @Test
  void theEnvironmentIsLambdasAndNothingOfTheUsersLeaksIn() throws Exception {
    lambda.createFunction(
        Functions.spec(
            Functions.obedient(folder), Map.of("MINE", "ä \"quoted\" $HOME", "TZ", "Asia/Tokyo")));

    JsonNode me = describe();
    Map<String, String> environment =
        JSON.convertValue(me.get("environment"), new TypeReference<>() {});

    assertThat(environment)
        .containsEntry("AWS_LAMBDA_FUNCTION_NAME", "f")
        .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
        .containsEntry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST")
        .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/f")
        .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand")
        .containsEntry("AWS_REGION", "eu-central-1")
        .containsEntry("AWS_DEFAULT_REGION", "eu-central-1")
        .containsEntry("_HANDLER", "bootstrap")
        .containsEntry("LANG", "en_US.UTF-8")
        .containsEntry("PATH", "/usr/local/bin:/usr/bin/:/bin:/opt/bin")
        .containsEntry("MINE", "ä \"quoted\" $HOME")
        .containsEntry("TZ", "Asia/Tokyo");
    assertThat(environment.get("AWS_LAMBDA_RUNTIME_API")).matches("127\\.0\\.0\\.1:\\d+");
    assertThat(environment.get("AWS_LAMBDA_LOG_STREAM_NAME"))
        .matches("\\d{4}/\\d\\d/\\d\\d/\\[\\$LATEST][0-9a-f]{32}");
    assertThat(environment.get("LAMBDA_TASK_ROOT")).isEqualTo(me.get("directory").asText());
    environment.remove("LC_CTYPE"); // Of the test's Python, which knows no en_US here.
    assertThat(environment)
        .as("all but the credentials, as env printed them in a custom runtime on Lambda")
        .containsOnlyKeys(
            "AWS_DEFAULT_REGION",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_REGION",
            "AWS_XRAY_CONTEXT_MISSING",
            "AWS_XRAY_DAEMON_ADDRESS",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT",
            "LANG",
            "LD_LIBRARY_PATH",
            "MINE",
            "PATH",
            "TZ",
            "_AWS_XRAY_DAEMON_ADDRESS",
            "_AWS_XRAY_DAEMON_PORT",
            "_HANDLER");
    assertThat(me.get("stdin").asText()).isEqualTo("/dev/null");
  }

  @Test
  void anUpdateEndsTheProcessChangesTheRevisionAndTheNextCallStartsANewOne() throws Exception {
    create();
    JsonNode old = describe();
    assertThat(describe().get("calls").asInt()).isEqualTo(2);
    FunctionState before = lambda.getFunction("f");

    FunctionState after =
        lambda.updateFunctionConfiguration(
            "f", OptionalInt.of(256), Optional.of(Map.of("A", "1")), Optional.empty());

    assertThat(ProcessHandle.of(old.get("pid").asLong())).isEmpty();
    assertThat(after.revisionId()).isNotEqualTo(before.revisionId());
    assertThat(after).isEqualTo(lambda.getFunction("f"));
    assertThat(after.memoryMb()).isEqualTo(256);
    assertThat(after.environment()).isEqualTo(Map.of("A", "1"));
    assertThat(after.lastUpdateStatus()).isEqualTo("Successful");
    Invocation next = invoke("{\"do\":\"describe\"}");
    assertThat(next.logTail()).contains("Init Duration", "Memory Size: 256 MB");
    assertThat(payload(next).at("/environment/A").asText()).isEqualTo("1");
  }

  @Test
  void anUpdateOfAnotherRevisionIsRefused() throws Exception {
    create();
    assertThatThrownBy(
            () ->
                lambda.updateFunctionConfiguration(
                    "f", OptionalInt.of(256), Optional.empty(), Optional.of("old")))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.error()).isEqualTo("PreconditionFailedException"))
        .hasMessage(
            "The Revision Id provided does not match the latest Revision Id. Call the"
                + " GetFunction/GetAlias API to retrieve the latest Revision Id");
    assertThat(lambda.getFunction("f").memoryMb()).isEqualTo(128);
  }

  @Test
  void whatIsNotAllowedIsRefusedWithTheNameThatTheApiGivesIt() throws Exception {
    create();
    assertThatThrownBy(() -> lambda.getFunction("g"))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.error()).isEqualTo("ResourceNotFoundException"))
        .hasMessage("Function not found: g");
    assertThatThrownBy(this::create)
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.error()).isEqualTo("ResourceConflictException"));
    for (int memoryMb : List.of(127, 10241)) {
      assertThatThrownBy(
              () ->
                  lambda.updateFunctionConfiguration(
                      "f", OptionalInt.of(memoryMb), Optional.empty(), Optional.empty()))
          .hasMessageContaining(memoryMb + ", expected 128 to 10240");
    }
    assertThatThrownBy(
            () ->
                lambda.updateFunctionConfiguration(
                    "f",
                    OptionalInt.empty(),
                    Optional.of(Map.of("AWS_REGION", "moon")),
                    Optional.empty()))
        .hasMessageEndingWith("Reserved keys used in this request: AWS_REGION");
    assertThatThrownBy(() -> lambda.invoke("f", new byte[6 * 1024 * 1024 + 1]))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.error()).isEqualTo("RequestTooLargeException"));
  }

  @Test
  void anEventOf6MbAndItsAnswerGoThrough() throws Exception {
    create();
    String event = "\"" + "é".repeat(3 * 1024 * 1024 - 1) + "\"";
    assertThat(Arrays.equals(invoke(event).payload(), event.getBytes(UTF_8))).isTrue();
  }

  @Test
  void anAnswerOfMoreThan6MbIsRefusedAndTheProcessLivesOn() throws Exception {
    create();
    assertThat(invoke("{\"do\":\"large\",\"bytes\":6291556}").payload()).hasSize(6291556);

    Invocation tooLarge = invoke("{\"do\":\"large\",\"bytes\":6291557}");

    assertThat(tooLarge.functionError()).contains("Unhandled");
    assertThat(payload(tooLarge).get("errorType").asText())
        .isEqualTo("Function.ResponseSizeTooLarge");
    assertThat(payload(tooLarge).get("errorMessage").asText())
        .isEqualTo("Response payload size exceeded maximum allowed payload size (6291556 bytes).");
    assertThat(tooLarge.logTail()).contains("status 413");
    assertThat(describe().get("calls").asInt()).isEqualTo(3);
  }

  @Test
  void anAnswerMayComeInChunksOrOnAnotherConnection() throws Exception {
    create();
    assertThat(new String(invoke("{\"do\":\"chunked\",\"text\":\"\\\"äb\\\"\"}").payload(), UTF_8))
        .isEqualTo("\"äb\"");
    assertThat(new String(invoke("{\"do\":\"reconnect\"}").payload(), UTF_8))
        .isEqualTo("\"on another connection\"");
  }

  @Test
  void callsThatDoNotFitAreRefusedAsTheRuntimeApiDoes() throws Exception {
    create();
    assertThat(payload(invoke("{\"do\":\"wrongId\"}")).toString())
        .isEqualTo(
            "[[400,\"InvalidRequestID\"],[403,\"InvalidStateTransition\"],[404,\"NotFound\"]]");
  }

  @Test
  void anErrorThatTheRuntimeReportsIsTheAnswerAndTheProcessLivesOn() throws Exception {
    create();

    Invocation failed = invoke("{\"do\":\"error\"}");

    assertThat(failed.statusCode()).isEqualTo(200);
    assertThat(failed.functionError()).contains("Unhandled");
    assertThat(payload(failed))
        .isEqualTo(
            JSON.readTree(
                "{\"errorType\":\"ValueError\",\"errorMessage\":\"as asked\",\"stackTrace\":[\"here\"]}"));
    assertThat(describe().get("calls").asInt()).isEqualTo(2);
  }

  @Test
  void aFunctionThatTakesTooLongIsEndedAndTheNextCallIsCold() throws Exception {
    lambda.createFunction(
        Functions.withTimeout(Functions.spec(Functions.obedient(folder)), Duration.ofMillis(1500)));
    long pid = describe().get("pid").asLong();

    Invocation late = invoke("{\"do\":\"sleep\",\"seconds\":60}");

    assertThat(payload(late).get("errorType").asText()).isEqualTo("Sandbox.Timedout");
    assertThat(payload(late).get("errorMessage").asText())
        .matches("RequestId: " + ID + " Error: Task timed out after 1\\.50 seconds");
    assertThat(late.logTail())
        .containsPattern("Z " + ID + " Task timed out after 1\\.50 seconds\n\nEND RequestId: ")
        .containsPattern("\tDuration: 1500\\.00 ms\tBilled Duration: 1500 ms\t.*\tStatus: timeout");
    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertStartedAnewWithinTheCall();
  }

  @Test
  void aCrashIsAnExitErrorWithItsCauseAndTheLogIsComplete() throws Exception {
    create();

    Invocation crashed = invoke("{\"do\":\"printAndExit\",\"text\":\"last words\",\"status\":3}");

    assertThat(crashed.functionError()).contains("Unhandled");
    assertThat(payload(crashed).get("errorType").asText()).isEqualTo("Runtime.ExitError");
    assertThat(payload(crashed).get("errorMessage").asText())
        .matches("RequestId: " + ID + " Error: Runtime exited with error: exit status 3");
    assertThat(crashed.logTail())
        .contains("last words\nRequestId: ")
        .contains("Max Memory Used: ")
        .contains("\tStatus: error\tError Type: Runtime.ExitError");
    assertStartedAnewWithinTheCall();
  }

  /** A suppressed init: what Lambda does after a failure, so that no Init Duration is reported. */
  private void assertStartedAnewWithinTheCall() throws Exception {
    Invocation next = invoke("{\"do\":\"describe\"}");
    assertThat(payload(next).get("calls").asInt()).isEqualTo(1);
    assertThat(next.logTail()).startsWith("START ").doesNotContain("Init Duration");
    lambda.updateFunctionConfiguration(
        "f", OptionalInt.of(256), Optional.empty(), Optional.empty());
    assertThat(invoke("{}").logTail()).as("a sandbox of its own").contains("Init Duration");
  }

  @Test
  void anExitWithoutACodeAndASignalAreNamed() throws Exception {
    create();
    assertThat(
            payload(invoke("{\"do\":\"printAndExit\",\"text\":\"\",\"status\":0}"))
                .get("errorMessage")
                .asText())
        .endsWith(" Error: Runtime exited without providing a reason");
    assertThat(payload(invoke("{\"do\":\"kill\",\"signal\":9}")).get("errorMessage").asText())
        .endsWith(" Error: Runtime exited with error: signal: killed");
    assertThat(payload(invoke("{\"do\":\"kill\",\"signal\":11}")).get("errorMessage").asText())
        .endsWith(" Error: Runtime exited with error: signal: segmentation fault");
    assertThat(payload(invoke("{\"do\":\"kill\",\"signal\":15}")).get("errorMessage").asText())
        .endsWith(" Error: Runtime exited with error: signal: terminated");
    assertThat(
            payload(invoke("{\"do\":\"printAndExit\",\"text\":\"\",\"status\":127}"))
                .get("errorMessage")
                .asText())
        .endsWith(" Error: Runtime exited with error: exit status 127");
  }

  @Test
  void anAnswerCountsAlsoWhenTheProcessEndsRightAfterIt() throws Exception {
    create();

    Invocation last = invoke("{\"do\":\"answerAndExit\"}");

    assertThat(last.functionError()).isEmpty();
    assertThat(new String(last.payload(), UTF_8)).isEqualTo("\"good bye\"");
    assertStartedAnewWithinTheCall();
  }

  @Test
  void anInitThatFailsIsRepeatedInsideTheFirstCall() throws Exception {
    lambda.createFunction(Functions.spec(Functions.obedient(folder), Map.of("AT_INIT", "exit 7")));

    Invocation failed = invoke("{}");

    assertThat(payload(failed).get("errorType").asText()).isEqualTo("Runtime.ExitError");
    assertThat(payload(failed).get("errorMessage").asText())
        .endsWith(" Error: Runtime exited with error: exit status 7");
    assertThat(failed.logTail())
        .containsPattern(
            "leaving at init\nINIT_REPORT Init Duration: \\d+\\.\\d\\d ms\tPhase: init\tStatus:"
                + " error\tError Type: Runtime.ExitError\nleaving at init\nINIT_REPORT Init"
                + " Duration: \\d+\\.\\d\\d ms\tPhase: invoke\tStatus: error")
        .doesNotContain("\tInit Duration");
    assertThat(invoke("{}").logTail())
        .as("the next call tries once more")
        .contains("\tPhase: invoke\t")
        .doesNotContain("\tPhase: init\t");
  }

  @Test
  void anInitThatTakesTooLongAlsoInsideTheCallIsATimeout() throws Exception {
    lambda.close();
    assertThat(Functions.SETTINGS.initLimit()).as("Lambda's").isEqualTo(Duration.ofSeconds(10));
    lambda = new LocalLambda(Functions.SETTINGS.withInitLimit(Duration.ofMillis(300)));
    FunctionSpec spec = Functions.spec(Functions.obedient(folder), Map.of("AT_INIT", "sleep 60"));
    lambda.createFunction(Functions.withTimeout(spec, Duration.ofSeconds(1)));

    Invocation late = invoke("{}");

    assertThat(payload(late).get("errorType").asText()).isEqualTo("Sandbox.Timedout");
    assertThat(late.logTail())
        .matches(
            "INIT_REPORT Init Duration: 300.00 ms\tPhase: init\tStatus: timeout\n"
                + "INIT_REPORT Init Duration: 1000.00 ms\tPhase: invoke\tStatus: timeout\n"
                + "START RequestId: [^\n]*\n"
                + "[^\n]* Task timed out after 1.00 seconds\n\n"
                + "END RequestId: [^\n]*\n"
                + "REPORT RequestId: [^\n]*\tDuration: 1000.00 ms\tBilled Duration: 1000"
                + " ms\tMemory Size: 128 MB\tMax Memory Used: \\d+ MB\tStatus: timeout\t\n");
  }

  @Test
  void anInitErrorThatTheRuntimeReportsIsTheAnswer() throws Exception {
    lambda.createFunction(Functions.spec(Functions.obedient(folder), Map.of("AT_INIT", "error")));

    Invocation failed = invoke("{}");

    assertThat(failed.functionError()).contains("Unhandled");
    assertThat(payload(failed).get("errorMessage").asText()).isEqualTo("by design");
    assertThat(failed.logTail()).contains("Error Type: Runtime.Broken");
  }

  @Test
  void whatIsPrintedAtInitComesBeforeTheFirstStartLine() throws Exception {
    lambda.createFunction(
        Functions.spec(Functions.obedient(folder), Map.of("AT_INIT", "print hello")));
    assertThat(invoke("{}").logTail()).startsWith("hello\nSTART RequestId: ");
    assertThat(invoke("{}").logTail()).startsWith("START RequestId: ");
  }

  @Test
  void theLogTailIsTheLast4KbAndEndsWithTheReport() throws Exception {
    create();
    String text = "é".repeat(100_000);

    String tail = invoke("{\"do\":\"print\",\"text\":\"" + text + "\"}").logTail();

    assertThat(tail.getBytes(UTF_8).length).isBetween(4095, 4096);
    assertThat(tail).startsWith("éé").endsWith(" MB\tInit Duration: " + tailInit(tail) + " ms\t\n");
  }

  @Test
  void whoeverListensHearsAllOfTheLog() throws Exception {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    try (LocalLambda listened =
        new LocalLambda(
            Functions.SETTINGS.withLog(
                (function, log) -> {
                  assertThat(function).isEqualTo("f");
                  assertThat(log).endsWith("\n");
                  heard.add(log);
                }))) {
      listened.createFunction(Functions.spec(Functions.obedient(folder)));
      String text = "x".repeat(100_000);
      listened.invoke("f", ("{\"do\":\"print\",\"text\":\"" + text + "\"}").getBytes(UTF_8));
      listened.invoke(
          "f", "{\"do\":\"printAndExit\",\"text\":\"bye\",\"status\":3}".getBytes(UTF_8));

      assertThat(String.join("", heard))
          .startsWith("START ")
          .containsPattern(
              "(?s)\nx{100000}\nEND .*\nREPORT .*\nSTART .*\nbye\n.*Runtime.ExitError\n.*\tStatus: error");
    }
  }

  @Test
  void whoeverListensHearsALineWhileTheCallGoesOn() throws Exception {
    CompletableFuture<Void> begun = new CompletableFuture<>();
    try (LocalLambda listened =
        new LocalLambda(
            Functions.SETTINGS.withLog(
                (function, log) -> {
                  if (log.contains("half done")) {
                    begun.complete(null);
                  }
                }))) {
      listened.createFunction(Functions.spec(Functions.obedient(folder)));
      Path go = folder.resolve("go");
      String event = "{\"do\":\"printAndAwait\",\"text\":\"half done\"}";
      CompletableFuture<Invocation> call =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return listened.invoke("f", event.getBytes(UTF_8));
                } catch (LambdaException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });

      begun.get(20, TimeUnit.SECONDS);
      assertThat(call).isNotDone();
      Files.createFile(go);
      assertThat(call.get(20, TimeUnit.SECONDS).functionError()).isEmpty();
      assertThat(call.get().logTail()).containsOnlyOnce("half done");
    }
  }

  private static String tailInit(String tail) {
    return String.format("%.2f", number(tail, "Init Duration"));
  }

  @Test
  void theLogOfAProcessThatPrintsMuchDoesNotGrowForEver() throws Exception {
    create();
    String much = "{\"do\":\"print\",\"text\":\"" + "x".repeat(1_200_000) + "\"}";
    invoke(much);
    invoke(much);
    assertThat(invoke("{\"do\":\"print\",\"text\":\"short\"}").logTail())
        .containsPattern("START RequestId: [^\n]*\nshort\nEND ");
    try (Stream<Path> files = Files.walk(Leftovers.folderOf(ProcessHandle.current().pid()))) {
      assertThat(
              files.filter(file -> file.endsWith("log")).mapToLong(file -> file.toFile().length()))
          .allMatch(bytes -> bytes < 1_200_000);
    }
  }

  @Test
  void callsThatOverlapGetASandboxEach() throws Exception {
    create();
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Invocation>> calls =
          IntStream.range(0, 3)
              .mapToObj(
                  i ->
                      threads.submit(
                          () -> {
                            start.await();
                            return invoke("{\"do\":\"sleep\",\"seconds\":1}");
                          }))
              .toList();
      start.countDown();
      for (Future<Invocation> call : calls) {
        assertThat(call.get().logTail()).contains("Init Duration");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(invoke("{}").logTail()).doesNotContain("Init Duration");
  }

  @Test
  void anInterruptEndsTheInvocationAndItsProcess() throws Exception {
    create();
    long pid = describe().get("pid").asLong();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<?> call = thread.submit(() -> invoke("{\"do\":\"sleep\",\"seconds\":60}"));
    Thread.sleep(300);

    thread.shutdownNow();

    assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(ProcessHandle.of(pid)).isEmpty();
  }

  @Test
  void closingEndsEveryProcessAndWhatItStarted() throws Exception {
    create();
    JsonNode pids = payload(invoke("{\"do\":\"children\"}"));

    lambda.close();

    for (JsonNode pid : pids) {
      Functions.awaitEnd(pid.asLong());
    }
  }

  @Test
  void closingEndsAnInvocationThatIsUnderWay() throws Exception {
    create();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Invocation> call = thread.submit(() -> invoke("{\"do\":\"sleep\",\"seconds\":60}"));
      Thread.sleep(500);

      lambda.close();

      assertThat(payload(call.get()).get("errorType").asText()).isEqualTo("Runtime.ExitError");
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void aBootstrapThatCannotStartIsNamedInLambdasWords() throws Exception {
    assertThat(startError(folder))
        .endsWith("Error: Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
    Files.writeString(folder.resolve("bootstrap"), "#!/bin/sh\n");
    assertThat(startError(folder)).endsWith("fork/exec /var/task/bootstrap: permission denied");
    Functions.script(folder, "echo no first line that names an interpreter\n");
    assertThat(startError(folder)).endsWith("fork/exec /var/task/bootstrap: exec format error");
    Functions.script(folder, "#!/no/such/interpreter\n");
    assertThat(startError(folder))
        .endsWith("fork/exec /var/task/bootstrap: no such file or directory");
    Functions.script(folder, "");
    byte[] elf = new byte[64];
    byte other = (byte) (Functions.ARCHITECTURE.equals("x86_64") ? 183 : 62);
    System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F'}, 0, elf, 0, 4);
    elf[18] = other;
    Files.write(folder.resolve("bootstrap"), elf);
    assertThat(startError(folder)).endsWith("fork/exec /var/task/bootstrap: exec format error");
  }

  private static String startError(Path folder) throws Exception {
    try (LocalLambda lambda = new LocalLambda(Functions.SETTINGS)) {
      lambda.createFunction(Functions.spec(folder));
      Invocation failed = lambda.invoke("f", new byte[] {'{', '}'});
      assertThat(failed.functionError()).contains("Unhandled");
      assertThat(payload(failed).get("errorType").asText()).isEqualTo("Runtime.InvalidEntrypoint");
      assertThat(failed.logTail())
          .matches(
              "INIT_REPORT Init Duration: 0.00 ms\tPhase: init\tSTATUS\nINIT_REPORT Init Duration: 0.00 ms\tPhase: invoke\tSTATUS\nSTART RequestId: [^\n]*\nRequestId: [^\n]* Error: [^\n]*\nRuntime.InvalidEntrypoint\nEND RequestId: [^\n]*\nREPORT RequestId: [^\n]*\tSTATUS\t\n"
                  .replace("STATUS", "Status: error\tError Type: Runtime.InvalidEntrypoint"));
      return payload(failed).get("errorMessage").asText();
    }
  }

  @Test
  void thePackageIsTheSameZipForTheSameFiles() throws Exception {
    create();
    FunctionState state = lambda.getFunction("f");
    CodePackage again = CodePackage.of(folder);

    assertThat(state.codeSize()).isEqualTo(again.size()).isPositive();
    assertThat(state.codeSha256()).isEqualTo(again.sha256()).hasSize(44);
    Files.writeString(folder.resolve("more"), "x");
    assertThat(CodePackage.of(folder).sha256()).isNotEqualTo(again.sha256());
  }
}
