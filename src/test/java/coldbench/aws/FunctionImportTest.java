package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** A function is copied from a Lambda API that answers over HTTP as Lambda's does. */
class FunctionImportTest {
  private static final String ACCOUNT = "123456789012";
  private static final String ARN = "arn:aws:lambda:eu-west-1:" + ACCOUNT + ":function:orders";

  @TempDir private Path folder;
  private final Map<String, byte[]> answers = new HashMap<>();
  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private LambdaClient lambda;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = URLDecoder.decode(exchange.getRequestURI().toString(), UTF_8);
          requests.add(exchange.getRequestMethod() + " " + path);
          byte[] answer = answers.get(path);
          exchange.getResponseHeaders().add("content-type", "application/json");
          byte[] body = answer == null ? "{\"message\": \"none\"}".getBytes(UTF_8) : answer;
          exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    lambda =
        LambdaClient.builder()
            .endpointOverride(URI.create(address()))
            .region(Region.EU_WEST_1)
            .httpClient(UrlConnectionHttpClient.create())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build();
  }

  @AfterEach
  void stop() {
    lambda.close();
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static String sha256(String content) throws Exception {
    byte[] sum = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
    return Base64.getEncoder().encodeToString(sum);
  }

  /** In the shape of https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html. */
  private void function(String request, String fields, String sha256) {
    String answer =
        """
        {"Configuration": {"FunctionName": "orders", "FunctionArn": "%s", "Runtime": "python3.13",
          "Role": "arn:aws:iam::%s:role/orders", "Handler": "app.handler", "CodeSha256": "%s",
          "Timeout": 7, "MemorySize": 512, "PackageType": "Zip", "Architectures": ["arm64"],
          "EphemeralStorage": {"Size": 512}, "TracingConfig": {"Mode": "PassThrough"} %s},
         "Code": {"RepositoryType": "S3", "Location": "%s/code"}}
        """
            .formatted(ARN, ACCOUNT, sha256, fields, address());
    answers.put("/2015-03-31/functions/" + request, answer.getBytes(UTF_8));
    answers.put("/code", "a package".getBytes(UTF_8));
  }

  private FunctionImport.Imported copy(String function, boolean withValues) throws Exception {
    return new FunctionImport(lambda).copy(function, "copied", withValues, folder);
  }

  @Test
  void itsPackageAndItsSettingsAreCopiedAndTheFunctionIsOnlyRead() throws Exception {
    function(
        "orders",
        """
        , "Environment": {"Variables": {"TABLE": "orders", "KEY": "secret"}},
          "VpcConfig": {"SubnetIds": ["subnet-0a1b2c3d"], "SecurityGroupIds": ["sg-0a1b2c3d"]},
          "TracingConfig": {"Mode": "Active"}, "SnapStart": {"ApplyOn": "PublishedVersions"}
        """,
        sha256("a package"));

    FunctionImport.Imported imported = copy("orders", false);

    assertThat(imported.entry().toString())
        .isEqualTo(
            "{\"label\":\"copied\",\"code\":\"copied.zip\",\"runtime\":\"python3.13\","
                + "\"handler\":\"app.handler\",\"architecture\":\"arm64\",\"event\":{},\"expect\":{},"
                + "\"role\":\"arn:aws:iam::123456789012:role/orders\","
                + "\"environment\":{\"KEY\":\"${KEY}\",\"TABLE\":\"${TABLE}\"},"
                + "\"timeoutSeconds\":7,\"ephemeralStorageMb\":512,"
                + "\"vpc\":{\"subnets\":[\"subnet-0a1b2c3d\"],\"securityGroups\":[\"sg-0a1b2c3d\"]},"
                + "\"tracing\":true,\"snapStart\":true}");
    assertThat(imported.variables()).containsExactly("KEY", "TABLE");
    assertThat(imported.memoryMb()).isEqualTo(512);
    assertThat(folder.resolve("copied.zip")).hasContent("a package");
    assertThat(requests).isNotEmpty().allMatch(request -> request.startsWith("GET "));
  }

  @Test
  void theVariablesValuesAreCopiedOnlyWhereTheyAreAskedFor() throws Exception {
    function(
        "orders", ", \"Environment\": {\"Variables\": {\"KEY\": \"secret\"}}", sha256("a package"));

    assertThat(copy("orders", true).entry().path("environment").path("KEY").asText())
        .isEqualTo("secret");
  }

  /** By name and by ARN, as GetFunction takes them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders:7",
        "orders:live",
        "123456789012:function:orders:live",
        "arn:aws:lambda:eu-west-1:123456789012:function:orders",
        "arn:aws:lambda:eu-west-1:123456789012:function:orders:7"
      })
  void aVersionOrAnAliasIsCopiedWhereOneIsNamed(String named) throws Exception {
    function(named, "", sha256("a package"));

    assertThat(copy(named, false).entry().path("handler").asText()).isEqualTo("app.handler");
  }

  /** Whatever the umask of the process. */
  @Test
  void aFileWithValuesIsItsOwnersAloneAndNoFileIsOverwritten() throws Exception {
    function(
        "orders", ", \"Environment\": {\"Variables\": {\"KEY\": \"secret\"}}", sha256("a package"));
    FunctionImport.Imported imported = copy("orders", true);
    Path file = folder.resolve("copied.json");

    imported.write(file, true);

    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(file).content().contains("secret");
    assertThatThrownBy(() -> imported.write(file, true))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void variablesThatCannotBeDecryptedEndTheImportAndAreNotLost() throws Exception {
    function(
        "orders",
        ", \"Environment\": {\"Error\": {\"ErrorCode\": \"AccessDeniedException\", \"Message\":"
            + " \"no access to the key\"}}",
        sha256("a package"));

    assertThatThrownBy(() -> copy("orders", false))
        .isInstanceOf(AccountException.class)
        .hasMessageStartingWith(
            "the variables of orders cannot be read (AccessDeniedException: no access to the key)")
        .hasMessageContaining("kms:Decrypt");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAnEntryCannotHoldIsNamed() throws Exception {
    function(
        "orders",
        ", \"FileSystemConfigs\": [{\"Arn\": \"arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0a\", \"LocalMountPath\": \"/mnt/data\"}]",
        sha256("a package"));

    assertThat(copy("orders", false).notes())
        .singleElement()
        .asString()
        .startsWith("its file systems are left out");
  }

  @Test
  void itsLayersAreCopiedButForThoseOfOtherAccounts() throws Exception {
    String own = "arn:aws:lambda:eu-west-1:123456789012:layer:tools:3";
    String foreign = "arn:aws:lambda:eu-west-1:017000801446:layer:Powertools:9";
    function(
        "orders",
        ", \"Layers\": [{\"Arn\": \"%s\"}, {\"Arn\": \"%s\"}]".formatted(own, foreign),
        sha256("a package"));
    answers.put(
        "/2018-10-31/layers?find=LayerVersion&Arn=" + own,
        "{\"Content\": {\"Location\": \"%s/layer\", \"CodeSha256\": \"%s\"}}"
            .formatted(address(), sha256("a layer"))
            .getBytes(UTF_8));
    answers.put("/layer", "a layer".getBytes(UTF_8));

    FunctionImport.Imported imported = copy("orders", false);

    assertThat(imported.entry().path("layers").toString())
        .isEqualTo("[\"copied-layer1.zip\",\"" + foreign + "\"]");
    assertThat(folder.resolve("copied-layer1.zip")).hasContent("a layer");
    assertThat(imported.notes())
        .singleElement()
        .asString()
        .contains("the layer " + foreign + " belongs to another account");
  }

  @Test
  void aContainerImageIsRefusedInAWord() {
    function("orders", "", "");
    String image =
        new String(answers.get("/2015-03-31/functions/orders"), UTF_8)
            .replace("\"Zip\"", "\"Image\"");
    answers.put("/2015-03-31/functions/orders", image.getBytes(UTF_8));

    assertThatThrownBy(() -> copy("orders", false))
        .isInstanceOf(AccountException.class)
        .hasMessageStartingWith(
            "the function orders is a container image, expected a .zip package");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPackageThatDoesNotArriveWholeIsNotKept() throws Exception {
    function("orders", "", sha256("another package"));

    assertThatThrownBy(() -> copy("orders", false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the package of orders was not received whole");
    answers.remove("/code");
    assertThatThrownBy(() -> copy("orders", false)).hasMessageContaining("S3 answered 404");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFunctionThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> copy("nobody", false))
        .isInstanceOf(AccountException.class)
        .hasMessageStartingWith("cannot read the function nobody: ");
  }
}
