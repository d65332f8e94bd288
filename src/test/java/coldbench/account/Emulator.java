package coldbench.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/** MiniStack, an AWS without Docker: installed once, started for a test, ended with it. */
public final class Emulator implements AutoCloseable {
  private static final String MINISTACK = "1.5.33";
  private static final String AWS_CLI = "1.46.3";
  private static final Path TOOLS =
      Path.of("target", "ministack-" + MINISTACK + "-awscli-" + AWS_CLI).toAbsolutePath();
  private static final String REGION = "us-east-1";

  /** Runs a command at a terminal of its own, and answers once where it asks. */
  private static final String TERMINAL =
      """
      import fcntl, os, pty, struct, sys, termios

      said = b""
      answer = (sys.argv[1] + "\\r").encode()

      def read(terminal):
          global said, answer
          fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
          data = os.read(terminal, 4096)
          said += data
          if b"y/n" in said and answer:
              os.write(terminal, answer)
              answer = b""
          return data

      sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[2:], read)))
      """;

  /** The cdk CLI writes to cdk.out, for one account at a time. */
  private final Turn turn;

  private final Process process;
  private final int port;
  private final Path log;

  private Emulator(Turn turn, Process process, int port, Path log) {
    this.turn = turn;
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Started in an environment of its own, since the functions that it runs inherit it. */
  static Emulator start() throws IOException, InterruptedException {
    Turn turn = Turn.take("account");
    NodeTools.install();
    install();
    int port = freePort();
    Path log = Path.of("target", "ministack.log").toAbsolutePath();
    ProcessBuilder builder = new ProcessBuilder(TOOLS.resolve("bin/ministack").toString());
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            Map.of(
                "PATH",
                System.getenv("PATH"),
                "HOME",
                Files.createDirectories(Path.of("target", "ministack-home"))
                    .toAbsolutePath()
                    .toString(),
                "BIND_HOST",
                "127.0.0.1",
                "GATEWAY_PORT",
                String.valueOf(port),
                // The function that empties the bucket needs the SDK that Lambda brings along.
                "NODE_PATH",
                Path.of("node_modules").toAbsolutePath().toString()));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Emulator emulator = new Emulator(turn, builder.start(), port, log);
    emulator.awaitHealth();
    return emulator;
  }

  private static void install() throws IOException, InterruptedException {
    Path done = TOOLS.resolve("installed");
    if (Files.exists(done)) {
      return;
    }
    System.out.println("Installing MiniStack " + MINISTACK + " and the AWS CLI " + AWS_CLI + " …");
    run(List.of("python3", "-m", "venv", TOOLS.toString()), Map.of());
    run(
        List.of(
            TOOLS.resolve("bin/pip").toString(),
            "install",
            "-q",
            "ministack==" + MINISTACK,
            "awscli==" + AWS_CLI),
        Map.of());
    Files.createFile(done);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void awaitHealth() throws IOException, InterruptedException {
    for (int i = 0; i < 600; i++) {
      try {
        endpoint().resolve("/_ministack/health").toURL().openStream().close();
        return;
      } catch (IOException e) {
        if (!process.isAlive()) {
          throw new IOException("the emulator ended:\n" + Files.readString(log), e);
        }
        Thread.sleep(100);
      }
    }
    throw new IOException("the emulator does not answer:\n" + Files.readString(log));
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public Path log() {
    return log;
  }

  /** Those of the functions too. */
  public Stream<ProcessHandle> processes() {
    return process.descendants();
  }

  /** What makes a tool take it for AWS. */
  Map<String, String> environment() {
    return new TreeMap<>(
        Map.of(
            "AWS_ENDPOINT_URL", endpoint().toString(),
            "AWS_ACCESS_KEY_ID", "test",
            "AWS_SECRET_ACCESS_KEY", "test",
            "AWS_REGION", REGION,
            "AWS_EC2_METADATA_DISABLED", "true"));
  }

  <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
    return client(builder, endpoint());
  }

  <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(REGION))
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }

  /**
   * The cdk CLI of package.json.
   *
   * @param extra variables beside ours
   */
  String cdk(Path folder, Map<String, String> extra, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of("node_modules/.bin/cdk").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    Map<String, String> environment = environment();
    environment.putAll(extra);
    Outcome outcome = run(command, environment, folder);
    if (outcome.exitCode() != 0) {
      throw new AssertionError(String.join(" ", arguments) + " failed:\n" + outcome.output());
    }
    return outcome.output();
  }

  /** Our own tool, to its end. */
  Outcome coldbench(URI stepFunctions, String... arguments)
      throws IOException, InterruptedException {
    return outcome(started(stepFunctions, arguments));
  }

  /** Our own tool, as the launcher starts it. */
  Process started(URI stepFunctions, String... arguments) throws IOException {
    return started(List.of(), stepFunctions, arguments);
  }

  /**
   * Our own tool at a terminal, at which somebody sits.
   *
   * @param answer to the first question that it asks
   */
  Outcome atTerminal(String answer, URI stepFunctions, String... arguments)
      throws IOException, InterruptedException {
    List<String> terminal = List.of("python3", "-c", TERMINAL, answer);
    return outcome(started(terminal, stepFunctions, arguments));
  }

  private Process started(List<String> within, URI stepFunctions, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(within);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (!within.isEmpty()) {
      command.add("-Dcoldbench.terminal=true");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "coldbench.cli.Main"));
    command.addAll(List.of(arguments));
    Map<String, String> environment = environment();
    environment.put("AWS_ENDPOINT_URL_SFN", stepFunctions.toString());
    return start(command, environment, Path.of("").toAbsolutePath());
  }

  /** A script that calls the AWS CLI. */
  Outcome script(String... command) throws IOException, InterruptedException {
    Map<String, String> environment = environment();
    environment.put("PATH", TOOLS.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
    return run(List.of(command), environment, Path.of("").toAbsolutePath());
  }

  /** How a process ended and what it said. */
  record Outcome(int exitCode, String output) {}

  private static void run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Outcome outcome = run(command, environment, Path.of("").toAbsolutePath());
    if (outcome.exitCode() != 0) {
      throw new AssertionError(String.join(" ", command) + " failed:\n" + outcome.output());
    }
  }

  private static Outcome run(List<String> command, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    return outcome(start(command, environment, folder));
  }

  private static Process start(List<String> command, Map<String, String> environment, Path folder)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    // What is synthesized here is held against CloudFormation's rules, as a user's is.
    builder.environment().remove("CDK_VALIDATION");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    return process;
  }

  static Outcome outcome(Process process) throws InterruptedException {
    StringBuilder output = new StringBuilder();
    process
        .inputReader(UTF_8)
        .lines()
        .forEach(
            line -> {
              System.out.println("  " + line);
              output.append(line).append('\n');
            });
    return new Outcome(process.waitFor(), output.toString());
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    turn.close();
  }
}
