package coldbench.local.dynamodb;

import coldbench.emulator.cgroup.WorkFolder;
import coldbench.emulator.interpreter.PinnedFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * DynamoDB on this machine, its tables in memory, behind TLS with a certificate of its own. It ends
 * with the tool, also where that is killed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html">
 *     Setting up DynamoDB local</a>
 */
public final class DynamoDb implements AutoCloseable {
  private static final PinnedFiles FILES =
      PinnedFiles.of(DynamoDb.class, "dynamodb-local", "DynamoDB local");

  /** What it is, for people. */
  public static final String DESCRIPTION = FILES.what();

  private static final String MAIN = "com.amazonaws.services.dynamodbv2.local.main.ServerRunner";
  private static final Duration START_LIMIT = Duration.ofMinutes(1);
  private static final int LOOK_MILLIS = 50;

  private final WorkFolder work;
  private final TlsFront front;
  private final RunAuthority authority;
  private final DynamoDbClient client;
  private final Map<String, String> variables;
  private final Path shown;

  private DynamoDb(WorkFolder work, TlsFront front, RunAuthority authority, Path shown)
      throws IOException {
    this.work = work;
    this.front = front;
    this.authority = authority;
    this.shown = shown;
    this.client = new DynamoDbClient(authority.client(), front.port());
    this.variables = variables();
  }

  /**
   * Fetches it if it is not there yet, and starts it.
   *
   * @param environment the user's variables
   * @param progress gets a line before each step that takes time
   * @throws IOException if it cannot be had or does not start; the message says why
   */
  public static DynamoDb start(Map<String, String> environment, Consumer<String> progress)
      throws IOException, InterruptedException {
    return start(System.getProperty("os.arch"), environment, progress);
  }

  static DynamoDb start(
      String processor, Map<String, String> environment, Consumer<String> progress)
      throws IOException, InterruptedException {
    if (!processor.equals("amd64")) {
      throw new IOException(
          "%s is built for x86_64 only, and this machine is %s".formatted(DESCRIPTION, processor));
    }
    Path jars = FILES.prepare(environment, progress);
    progress.accept("Starting " + DESCRIPTION + ", whose own time is not that of DynamoDB on AWS");
    WorkFolder work = WorkFolder.create(Path.of(System.getProperty("java.io.tmpdir")));
    try {
      RunAuthority authority = RunAuthority.make(work.folder("keys"));
      TlsFront front = TlsFront.open(authority.server(), process(jars, work));
      return new DynamoDb(work, front, authority, work.folder("shown"));
    } catch (IOException | InterruptedException e) {
      work.close();
      throw e;
    }
  }

  /** The port on which it listens once this returns. */
  private static int process(Path jars, WorkFolder work) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path folder = work.folder("dynamodb");
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-Dsqlite4java.library.path=" + jars,
            "-cp",
            jars + "/*",
            MAIN,
            "-inMemory",
            // Or each function's credentials would have tables of their own.
            "-sharedDb",
            "-disableTelemetry",
            "-port",
            Integer.toString(port));
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    work.reaper().watch(process.pid(), List.of());
    long until = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < until && process.isAlive()) {
      if (listens(port)) {
        return port;
      }
      Thread.sleep(LOOK_MILLIS);
    }
    throw new IOException(
        "%s %s: %s"
            .formatted(
                DESCRIPTION,
                process.isAlive() ? "does not listen" : "has ended",
                Files.readString(log).strip()));
  }

  private static boolean listens(int port) {
    try (Socket tried = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return tried.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  public void create(LocalTable table) throws IOException, InterruptedException {
    client.create(table);
  }

  /** Calls on a table until neither side has anything left to compile, for calls to be measured. */
  public void warmUp(LocalTable table) throws IOException, InterruptedException {
    client.warmUp(table);
  }

  /**
   * The variables by which a function finds it: AWS's own names, of which each SDK knows some.
   *
   * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">
   *     Service-specific endpoints</a>
   */
  private Map<String, String> variables() throws IOException {
    Path roots = shown.resolve("authority.pem");
    authority.writePem(roots);
    Map<String, String> all = new HashMap<>();
    all.put("AWS_ACCESS_KEY_ID", DynamoDbClient.ACCESS_KEY);
    all.put("AWS_SECRET_ACCESS_KEY", "local");
    all.put("AWS_ENDPOINT_URL_DYNAMODB", "https://localhost:" + front.port());
    all.put("AWS_CA_BUNDLE", roots.toString());
    // What the SDK for Rust looks for, as OpenSSL does.
    all.put("SSL_CERT_FILE", roots.toString());
    // Not JAVA_TOOL_OPTIONS, which may be the function's.
    all.put("JDK_JAVA_OPTIONS", authority.writeTrustStore(shown.resolve("authority.p12")));
    return all;
  }

  /** What a function's processes need to reach it. */
  public Map<String, String> environment() {
    return variables;
  }

  /** The folder that the variables name files of. */
  public Path folder() {
    return shown;
  }

  @Override
  public void close() throws IOException {
    try {
      front.close();
    } finally {
      work.close();
    }
  }
}
