package coldbench.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the tool from an account is one line, with what to do; exit code 2. */
class AccountErrorsIT {
  private static final Map<String, String> CREDENTIALS =
      Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test");

  @TempDir Path home;

  @Test
  void noRegion() throws Exception {
    assertThat(runs(CREDENTIALS))
        .isEqualTo(
            "coldbench: cannot reach AWS: no region is set, set AWS_REGION or give the profile one");
  }

  @Test
  void noCredentials() throws Exception {
    assertThat(runs(Map.of("AWS_REGION", "eu-central-1")))
        .isEqualTo(
            "coldbench: cannot look for the stack coldbench-dev: there are no AWS credentials, log in"
                + " (such as by 'aws sso login') or set AWS_PROFILE");
  }

  @Test
  void noNetwork() throws Exception {
    // A server that was never started still lets clients connect, and wait, after its stop().
    ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    closed.close();

    assertThat(runs(at(closed.getLocalPort())))
        .startsWith("coldbench: cannot look for the stack coldbench-dev: AWS cannot be reached (");
  }

  @Test
  void expiredCredentials() throws Exception {
    assertThat(refused("ExpiredToken", "The security token included in the request is expired"))
        .isEqualTo(
            "coldbench: cannot look for the stack coldbench-dev: the credentials have expired, log in"
                + " again (such as by 'aws sso login')");
  }

  @Test
  void anActionThatIsDenied() throws Exception {
    String said = "User: x is not authorized to perform: cloudformation:DescribeStacks";

    assertThat(refused("AccessDenied", said))
        .isEqualTo(
            "coldbench: cannot look for the stack coldbench-dev: the account does not allow it ("
                + said
                + "): ask for that permission");
  }

  /** As CloudFormation's query protocol refuses a call. */
  private String refused(String code, String message) throws Exception {
    String error =
        "<ErrorResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\"><Error>"
            + "<Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>";
    byte[] body = error.formatted(code, message).getBytes(UTF_8);
    HttpServer server = HttpServer.create(loopback(), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(403, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      return runs(at(server.getAddress().getPort()));
    } finally {
      server.stop(0);
    }
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static Map<String, String> at(int port) {
    Map<String, String> environment = new TreeMap<>(CREDENTIALS);
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + port);
    return environment;
  }

  private String runs(Map<String, String> environment) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-cp",
                System.getProperty("java.class.path"),
                "coldbench.cli.Main",
                "runs",
                "--env",
                "dev"));
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().putAll(environment);
    Process tool = builder.redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes(), UTF_8);
    assertThat(tool.waitFor()).as(said).isEqualTo(2);
    return said.strip();
  }
}
