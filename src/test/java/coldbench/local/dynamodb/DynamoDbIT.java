package coldbench.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** AWS's own DynamoDB for tests, as it is started beside the functions. */
@Tag("emulator")
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64")
class DynamoDbIT {
  private final List<String> progress = new ArrayList<>();
  private DynamoDb dynamo;

  @BeforeEach
  void start() throws Exception {
    dynamo = DynamoDb.start(System.getenv(), progress::add);
  }

  @AfterEach
  void stop() throws Exception {
    dynamo.close();
  }

  private static LocalTable table() throws Exception {
    return new LocalTable(
        "orders",
        new ObjectMapper()
            .readTree(
                """
                {"AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}],
                 "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "BillingMode": "PAY_PER_REQUEST", "Tags": [{"Key": "coldbench", "Value": "local"}]}
                """));
  }

  private int port() {
    return URI.create(dynamo.environment().get("AWS_ENDPOINT_URL_DYNAMODB")).getPort();
  }

  @Test
  void aTableIsMadeAndWrittenAndReadOverTls() throws Exception {
    dynamo.create(table());

    assertThatThrownBy(() -> dynamo.create(table()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("CreateTable answers 400")
        .hasMessageContaining("ResourceInUseException");
    assertThat(progress)
        .last()
        .asString()
        .isEqualTo("Starting DynamoDB local 2.6.1, whose own time is not that of DynamoDB on AWS");
  }

  @Test
  void itsCertificateIsTrustedByNobodyWhoDoesNotHaveTheRunsAuthority() throws Exception {
    HttpsURLConnection stranger =
        (HttpsURLConnection)
            URI.create(dynamo.environment().get("AWS_ENDPOINT_URL_DYNAMODB"))
                .toURL()
                .openConnection();

    assertThatThrownBy(stranger::connect).isInstanceOf(SSLHandshakeException.class);
    Path roots = Path.of(dynamo.environment().get("AWS_CA_BUNDLE"));
    X509Certificate authority;
    try (var in = Files.newInputStream(roots)) {
      authority = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
    assertThat(authority.getBasicConstraints()).isNotNegative();
    assertThat(roots).hasParentRaw(dynamo.folder());
  }

  @Test
  void nothingOfItIsLeft() throws Exception {
    int port = port();
    Path folder = dynamo.folder();
    Path work = folder.getParent();
    try (var files = Files.walk(work)) {
      assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith("keys.p12"));
    }

    dynamo.close();

    assertThat(work).doesNotExist();
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
    assertThat(ProcessHandle.current().descendants())
        .noneMatch(child -> child.info().commandLine().orElse("").contains("ServerRunner"));
  }
}
