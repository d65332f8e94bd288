package coldbench.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Runs a handler on Lambda: init, then invocation after invocation until the sandbox ends.
 *
 * <p>What a handler throws is that invocation's error, and the next invocation follows. A full heap
 * is reported and then ends the process, so that the next sandbox starts afresh. When the Runtime
 * API itself cannot be understood there is nobody to report to: the log says why and the exit code
 * is 1.
 */
public final class LambdaRuntime {
  private final Platform platform;
  private final Logger logger;
  private final RuntimeApi api;
  private Optional<Handler> handler = Optional.empty();

  private LambdaRuntime(Platform platform, Logger logger, RuntimeApi api) {
    this.platform = platform;
    this.logger = logger;
    this.api = api;
  }

  /** Never returns: the process ends with the sandbox, or with exit code 1 and a log line. */
  public static void run(Initializer initializer) {
    Platform platform = Platform.current();
    Logger logger = new Logger(platform);
    try {
      platform.exitOnSigterm();
      String address =
          platform
              .environment("AWS_LAMBDA_RUNTIME_API")
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "AWS_LAMBDA_RUNTIME_API is not set: this program is started by Lambda,"
                              + " or by a local stand-in for it"));
      HttpClient http = new HttpClient(platform, Endpoint.parse(address));
      new LambdaRuntime(platform, logger, new RuntimeApi(http)).serve(initializer);
    } catch (IOException | RuntimeException e) {
      logger.log(Logger.Level.FATAL, ErrorReport.of(e));
    }
    platform.exit(1);
  }

  private void serve(Initializer initializer) throws IOException {
    try {
      handler =
          Optional.of(initializer.initialize(new Init(platform::environment, platform, logger)));
    } catch (Throwable e) {
      ErrorReport error = ErrorReport.of(e);
      logger.log(Logger.Level.FATAL, error);
      api.failInit(error);
    }
    while (handler.isPresent()) {
      invoke(api.next());
    }
  }

  private void invoke(RuntimeApi.Invocation invocation) throws IOException {
    String id = invocation.requestId();
    logger.setRequestId(id);
    Optional<String> traceId = invocation.field("Lambda-Runtime-Trace-Id");
    platform.publishTraceId(traceId);
    Context context =
        new Context(
            id,
            invocation.field("Lambda-Runtime-Invoked-Function-Arn").orElse(""),
            invocation.deadlineEpochMillis(),
            traceId,
            invocation.field("Lambda-Runtime-Client-Context"),
            invocation.field("Lambda-Runtime-Cognito-Identity"),
            logger,
            platform);
    byte[] answer;
    try {
      answer = handler.orElseThrow().handle(invocation.event(), context);
    } catch (OutOfMemoryError e) {
      handler = Optional.empty(); // makes room for the report, and ends the loop
      report(id, ErrorReport.of(e));
      return;
    } catch (Throwable e) {
      report(id, ErrorReport.of(e));
      return;
    }
    if (!api.respond(id, answer)) {
      String message = "the answer has " + answer.length + " bytes, which is more than allowed";
      logger.log(
          Logger.Level.ERROR,
          new ErrorReport("Function.ResponseSizeTooLarge", message, new ArrayList<>()));
    }
  }

  private void report(String id, ErrorReport error) throws IOException {
    logger.log(Logger.Level.ERROR, error);
    api.fail(id, error);
  }
}
