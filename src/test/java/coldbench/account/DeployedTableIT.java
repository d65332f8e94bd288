package coldbench.account;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.account.Emulator.Outcome;
import coldbench.local.dynamodb.TlsDoor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * The native functions of docs/table.md, deployed into an emulated account: each test goes on where
 * the one before ended. They call the table that CloudFormation made; the emulator has no TLS, so
 * it stands before it, and the functions find it by the variables that AWS's SDKs know.
 */
@Tag("emulator")
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(600)
class DeployedTableIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXAMPLE = Path.of("examples/table").toAbsolutePath();
  private static final List<String> LABELS = List.of("table-java", "table-java-late");

  @TempDir private static Path folder;
  private static EmulatedAccount account;
  private static TlsDoor tls;
  private static DynamoDbClient tables;
  private static Set<String> before;

  @BeforeAll
  static void deploy() throws Exception {
    Process build =
        new ProcessBuilder(
                "./coldbench",
                "build",
                EXAMPLE.resolve("java").toString(),
                "--arch",
                EmulatedAccount.architecture())
            .inheritIO()
            .start();
    assertThat(build.waitFor()).isZero();
    account = EmulatedAccount.bootstrapped(folder, "table", Map.of());
    tables = account.emulator().client(DynamoDbClient.builder());
    tls = TlsDoor.before(account.emulator().endpoint().getPort(), folder);
    before = account.inventory();
    Files.writeString(account.ownFunctions(), entries().toString());
    account.cdk("deploy", "--require-approval", "never");
  }

  /** Those of the example that need no SDK, which the emulator has none of. */
  private static ArrayNode entries() throws Exception {
    ArrayNode entries = JSON.createArrayNode();
    for (JsonNode each : JSON.readTree(EXAMPLE.resolve("table.json").toFile())) {
      if (LABELS.contains(each.path("label").asText())) {
        ObjectNode entry = (ObjectNode) each;
        if (entry.has("code")) {
          entry.put("code", EXAMPLE.resolve(entry.path("code").asText()).toString());
        }
        ((ObjectNode) entry.path("environment"))
            .put("AWS_ENDPOINT_URL_DYNAMODB", tls.url())
            .put("AWS_CA_BUNDLE", tls.authority().toString());
        entries.add(entry);
      }
    }
    assertThat(entries).hasSize(LABELS.size());
    return entries;
  }

  @AfterAll
  static void end() throws Exception {
    tls.close();
    tables.close();
    account.close();
  }

  @Order(1)
  @Test
  void theStackHasOneTableBilledByTheRequestWhoseNameTheFunctionsAreGiven() {
    TableDescription table = table();

    assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    assertThat(table.keySchema())
        .containsExactly(
            KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build());
    for (String label : LABELS) {
      assertThat(account.configuration("coldbench-table-" + label).environment().variables())
          .containsEntry("TABLE_NAME", table.tableName());
    }
  }

  private static TableDescription table() {
    assertThat(tables.listTables().tableNames()).hasSize(1);
    String name = tables.listTables().tableNames().get(0);
    return tables.describeTable(request -> request.tableName(name)).table();
  }

  @Order(1)
  @Test
  void aFunctionMayPutItemsIntoItAndGetThemAndNothingElse() throws Exception {
    try (IamClient identities = account.emulator().client(IamClient.builder())) {
      for (String label : LABELS) {
        String arn = account.configuration("coldbench-table-" + label).role();
        List<JsonNode> onTable =
            new EmulatedRole(identities, arn)
                .policy()
                .valueStream()
                .filter(each -> each.toString().contains("dynamodb"))
                .toList();
        assertThat(onTable).as(label).hasSize(1);
        JsonNode allowed = onTable.get(0);
        assertThat(allowed.path("Effect").asText()).isEqualTo("Allow");
        assertThat(allowed.path("Action").toString())
            .isEqualTo("[\"dynamodb:GetItem\",\"dynamodb:PutItem\"]");
        assertThat(allowed.path("Resource").asText()).isEqualTo(table().tableArn());
      }
    }
  }

  /** What each call answers, the run holds against what the entry expects. */
  @Order(2)
  @Test
  void aRunMeasuresFunctionsThatPutItemsIntoItAndReadThem() throws Exception {
    Outcome run =
        account.coldbench(
            "run",
            "--functions",
            String.join(",", LABELS),
            "--rounds",
            "3",
            "--warm",
            "4",
            "--run",
            "first");

    assertThat(run.exitCode()).as(run.output()).isZero();
    for (String label : LABELS) {
      for (int round = 1; round <= 3; round++) {
        JsonNode trial =
            JSON.readTree(
                folder
                    .resolve("runs/first/trials/%s/128/%d.json".formatted(label, round))
                    .toFile());
        assertThat(trial.path("status").asText()).as(label).isEqualTo("complete");
      }
    }
    // Two functions, three rounds, each with one cold call and four warm ones.
    assertThat(tables.scan(request -> request.tableName(table().tableName())).items())
        .hasSizeGreaterThanOrEqualTo(2 * 3 * 5)
        .allSatisfy(
            item -> {
              assertThat(item.get("customer").s()).isEqualTo("Ada");
              assertThat(item.get("total").n()).isEqualTo("42");
            });
    account.assertAsDeployed();
  }

  @Order(3)
  @Test
  void theTableIsDestroyedWithTheStack() throws Exception {
    account.assertDestroyingLeaves(before);
  }
}
