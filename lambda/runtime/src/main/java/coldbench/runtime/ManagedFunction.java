package coldbench.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What Lambda's managed Java runtimes call for any function: the handler is {@value #HANDLER}. It
 * makes the {@link Initializer} whose class is named by the resource {@value #MAIN}, which the
 * build puts into the package for a JVM. Natively there is none of this.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html">Java handlers</a>
 */
public final class ManagedFunction {
  /** The handler of every such function. */
  public static final String HANDLER = "coldbench.runtime.ManagedFunction::handleRequest";

  /**
   * The resource with the name of the function's class, which has a constructor without arguments.
   */
  public static final String MAIN = "coldbench-main.txt";

  private final Platform platform = new JvmPlatform();
  private final Logger logger = new Logger(platform);
  private final Handler handler;

  /**
   * The init of the function.
   *
   * @throws Exception what its initializer throws, which Lambda reports as an init error
   */
  public ManagedFunction() throws Exception {
    Class<?> main = Class.forName(mainClass());
    if (!Initializer.class.isAssignableFrom(main)) {
      throw new IllegalStateException(
          main.getName()
              + " does not implement coldbench.runtime.Initializer, expected a class that does: on a"
              + " JVM nobody calls its main");
    }
    Initializer initializer = main.asSubclass(Initializer.class).getConstructor().newInstance();
    handler = initializer.initialize(new Init(platform::environment, platform, logger));
  }

  private static String mainClass() throws IOException {
    try (InputStream in = ManagedFunction.class.getClassLoader().getResourceAsStream(MAIN)) {
      if (in == null) {
        throw new IllegalStateException(
            MAIN
                + " is missing, expected the name of the function's class: build the package by the"
                + " goal jvm of coldbench-maven-plugin");
      }
      return new String(in.readAllBytes(), UTF_8).strip();
    }
  }

  /**
   * Answers one invocation.
   *
   * @throws Exception what the handler throws, which Lambda reports as the invocation's error
   */
  public void handleRequest(
      InputStream event, OutputStream answer, com.amazonaws.services.lambda.runtime.Context managed)
      throws Exception {
    String id = managed.getAwsRequestId();
    logger.setRequestId(id);
    Context context =
        new Context(
            id,
            managed.getInvokedFunctionArn(),
            platform.epochMillis() + managed.getRemainingTimeInMillis(),
            Optional.ofNullable(System.getProperty("com.amazonaws.xray.traceHeader")),
            Optional.empty(),
            Optional.empty(),
            logger,
            platform);
    answer.write(handler.handle(event.readAllBytes(), context));
  }
}
