package coldbench.deploy.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.deploy.Settings;
import coldbench.deploy.SettingsException;
import coldbench.deploy.functions.FunctionSettings.Access;
import coldbench.deploy.functions.FunctionSettings.Layer;
import coldbench.deploy.functions.FunctionSettings.Vpc;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fields of an entry that make it a real function. */
class EntrySettingsTest {
  private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:layer:tools:7";

  @TempDir private Path folder;

  /** Of the process that deploys. */
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void packages() throws Exception {
    Files.writeString(Files.createDirectory(folder.resolve("code")).resolve("app.py"), "");
    Path ours = Files.createDirectories(folder.resolve("python-fn/function"));
    Files.writeString(ours.resolve("app.py"), "");
    Path layer = Files.createDirectory(folder.resolve("layer"));
    Files.writeString(Files.createDirectory(layer.resolve("python")).resolve("tool.py"), "");
    Path jars = Files.createDirectories(folder.resolve("jars/java/lib"));
    Files.writeString(jars.resolve("tool.jar"), "");
    Files.createDirectories(folder.resolve("bare"));
    for (String old : List.of("python3.12/python/lib/python3.12", "node20/nodejs/node20")) {
      Path packages = Files.createDirectories(folder.resolve(old));
      Files.writeString(packages.resolve("tool"), "");
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("layer.zip")))) {
      zip.putNextEntry(new ZipEntry("python/tool.py"));
    }
  }

  private List<OwnFunction> read(String json) throws Exception {
    Path file = Files.writeString(folder.resolve("own.json"), json.replace('\'', '"'));
    return Settings.from(Map.of("functions", file.toString()), folder, environment).functions();
  }

  /** An entry without mistakes, and these fields. */
  private static String entry(String fields) {
    return "{'label': 'orders', 'code': 'code', 'runtime': 'python3.13', 'handler': 'app.handler', "
        + fields
        + "}";
  }

  private FunctionSettings settings(String fields) throws Exception {
    return read(entry(fields)).get(0).settings();
  }

  @Test
  void anEntryHasWhatARealFunctionHas() throws Exception {
    FunctionSettings settings =
        settings(
            "'environment': {'TABLE_NAME': 'orders', 'EMPTY': ''},"
                + " 'policy': [{'Effect': 'Allow', 'Action': ['dynamodb:GetItem'], 'Resource': '*'}],"
                + (" 'layers': ['" + ARN + "', 'layer', 'layer.zip'],")
                + " 'timeoutSeconds': 900, 'ephemeralStorageMb': 10240, 'tracing': true,"
                + " 'vpc': {'subnets': ['subnet-0a1b2c3d'], 'securityGroups': ['sg-0a1b2c3d']},"
                + " 'before': {'warm': true}");

    assertThat(settings)
        .isEqualTo(
            new FunctionSettings(
                Map.of("TABLE_NAME", "orders", "EMPTY", ""),
                new Access.Policy(
                    List.of(
                        Map.of(
                            "Effect",
                            "Allow",
                            "Action",
                            List.of("dynamodb:GetItem"),
                            "Resource",
                            "*"))),
                List.of(
                    new Layer.Published(ARN),
                    new Layer.Local(folder.resolve("layer")),
                    new Layer.Local(folder.resolve("layer.zip"))),
                900,
                10240,
                Optional.of(new Vpc(List.of("subnet-0a1b2c3d"), List.of("sg-0a1b2c3d"))),
                true,
                Optional.empty(),
                Optional.of("{\"warm\":true}")));
  }

  @Test
  void aTableHasAKeyAndWhatTheFunctionMayDoWithIt() throws Exception {
    String longest = "é".repeat(127) + "x";
    String table =
        "'table': {'partitionKey': '%s', 'actions': ['dynamodb:GetItem', 'dynamodb:Query']}";

    assertThat(settings(table.formatted(longest)).table())
        .contains(
            new FunctionSettings.Table(longest, List.of("dynamodb:GetItem", "dynamodb:Query")));
    assertThatThrownBy(() -> settings(table.formatted(longest + "x")))
        .hasMessageContaining("expected the name of an attribute, 1 to 255 bytes");
    assertThat(settings("'timeoutSeconds': 7").table()).isEmpty();
  }

  @Test
  void aVariableMayComeFromTheEnvironmentOfWhoeverDeploys() throws Exception {
    environment.put("ORDERS_KEY", "secret");

    assertThat(settings("'environment': {'KEY': '${ORDERS_KEY}', 'PART': 'a${ORDERS_KEY}'}"))
        .extracting(FunctionSettings::environment)
        .isEqualTo(Map.of("KEY", "secret", "PART", "a${ORDERS_KEY}"));
    environment.clear();
    assertThatThrownBy(() -> settings("'environment': {'KEY': '${ORDERS_KEY}'}"))
        .hasMessageContaining(
            ".environment.KEY is ${ORDERS_KEY}, but the variable ORDERS_KEY is not set: set it in the"
                + " environment of this command (export ORDERS_KEY=…)");
  }

  @Test
  void whatIsTakenFromTheEnvironmentIsTold() throws Exception {
    String entry = "{\"environment\": {\"KEY\": \"${HOME}\", \"PART\": \"a${HOME}\"}}";

    assertThat(Variables.references(new ObjectMapper().readTree(entry)))
        .containsExactly(
            "the value of KEY is ${HOME}, which is taken from the environment of whoever measures");
  }

  @Test
  void aRoleOfAnotherAccountIsRefusedWhereTheAccountIsKnown() throws Exception {
    String role = "'role': 'arn:aws:iam::123456789012:role/service/orders'";
    assertThat(settings(role).access())
        .isEqualTo(new Access.Role("arn:aws:iam::123456789012:role/service/orders"));
    environment.put("CDK_DEFAULT_ACCOUNT", "123456789012");
    assertThat(settings(role).access()).isInstanceOf(Access.Role.class);
    environment.put("CDK_DEFAULT_ACCOUNT", "210987654321");
    assertThatThrownBy(() -> settings(role))
        .hasMessageContaining(
            "a role of the account 123456789012, expected one of 210987654321, which is deployed to");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'environment': []                | .environment is [], expected an object of names and texts",
        "'environment': null              | .environment is null, expected an object of names and texts",
        "'environment': 'A=b'             | .environment is \"A=b\", expected an object of names and texts",
        "'environment': {'N1': ['x']}     | .environment.N1 is [\"x\"], expected a text",
        "'environment': {'1N': 'x'}       | has the name \"1N\"",
        "'environment': {'ÄÖ': 'x'}       | has the name \"ÄÖ\"",
        "'environment': {'': 'x'}         | has the name \"\"",
        "'environment': {'LAMBDA_TASK_ROOT': 'x'} | is a name that Lambda reserves",
        "'environment': {'N': 'x'}        | .environment has the name \"N\", expected a letter, then",
        "'environment': {'A-B': 'x'}      | has the name \"A-B\"",
        "'environment': {'N1': 1}         | .environment.N1 is 1, expected a text",
        "'environment': {'N1': null}      | .environment.N1 is null, expected a text",
        "'environment': {'AWS_REGION': 'x'} | .environment.AWS_REGION is a name that Lambda reserves",
        "'environment': {'_HANDLER': 'x'}  | .environment._HANDLER is a name that Lambda reserves",
        "'environment': {'BENCH_RUN': 'x'}  | .environment.BENCH_RUN is the name with which the benchmark",
        "'policy': {}                     | .policy is {}, expected a list of IAM statements such as",
        "'policy': []                     | .policy is [], expected a list of IAM statements",
        "'policy': 'AdministratorAccess'  | .policy is \"AdministratorAccess\", expected a list",
        "'policy': ['x']                  | .policy[0] is \"x\", expected an object with Sid, Effect",
        "'policy': [{'Action': 's3:*', 'Resource': '*'}] | .policy[0].Effect is missing, expected Allow or Deny",
        "'policy': [{'Effect': 'Allow', 'Resource': '*'}] | .policy[0] has neither, expected either Action or NotAction",
        "'policy': [{'Effect': 'Allow', 'Action': 's3:GetObject'}] | has neither, expected either Resource or NotResource",
        "'policy': [{'Effect': 'Allow', 'Action': 's3', 'Resource': '*'}] | .Action is \"s3\", expected a service and an action",
        "'policy': [{'Effect': 'Allow', 'Action': ['s3:GetObject', 7], 'Resource': '*'}] | .Action[1] is 7, expected",
        "'policy': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': 'mine'}] | .Resource is \"mine\", expected an ARN or *",
        "'policy': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Principal': '*'}] | .policy[0].Principal is not a field",
        "'policy': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': 7}] | .Condition is 7, expected an object",
        "'policy': null                   | .policy is null, expected a list of IAM statements",
        "'policy': {'Version': '2012-10-17', 'Statement': []} | expected a list of IAM statements",
        "'policy': [{'Effect': 'allow', 'Action': 's3:*', 'Resource': '*'}] | .policy[0].Effect is \"allow\", expected Allow or Deny",
        "'policy': [{'Effect': true, 'Action': 's3:*', 'Resource': '*'}] | .policy[0].Effect is true, expected",
        "'policy': [{'Effect': 'Allow', 'Action': [], 'Resource': '*'}] | .policy[0].Action is [], expected a service and an action",
        "'policy': [{'Effect': 'Allow', 'Action': 's3:*', 'NotAction': 'ec2:*', 'Resource': '*'}] | has both, expected either Action or NotAction",
        "'policy': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'NotResource': '*'}] | has both, expected either Resource or NotResource",
        "'policy': [{'Sid': 'a b', 'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}] | .policy[0].Sid is \"a b\", expected letters and digits",
        "'policy': [{'Sid': 7, 'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}] | .policy[0].Sid is 7, expected",
        "'policy': [{'Sid': 'A', 'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}, {'Sid': 'A', 'Effect': 'Deny', 'Action': 'ec2:*', 'Resource': '*'}] | .policy[1].Sid is \"A\" like an earlier one, expected each once",
        "'policy': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': {'StringEquals': 'x'}}] | .Condition.StringEquals is \"x\", expected an object of keys and values",
        "'policy': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': {'Bool': {}}}] | .Condition.Bool is {}, expected",
        "'policy': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*', 'Condition': {'Bool': {'a': [{}]}}}] | .Condition.Bool is ",
        "'role': null                     | .role is null, expected the ARN of a role",
        "'role': ''                       | .role is \"\", expected the ARN of a role",
        "'role': 'arn:aws:iam::123456789012:user/u' | .role is \"arn:aws:iam::123456789012:user/u\", expected the ARN",
        "'role': ['arn:aws:iam::123456789012:role/r'] | .role is [\"arn:aws:iam::123456789012:role/r\"], expected the ARN",
        "'role': 'orders'                 | .role is \"orders\", expected the ARN of a role",
        "'role': 7                        | .role is 7, expected the ARN of a role",
        "'role': 'arn:aws:iam::123456789012:role/r', 'policy': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}] | has both a policy and a role",
        "'layers': 'layer'                | .layers is \"layer\", expected a list of at most 5",
        "'layers': ['layer','layer','layer','layer','layer','layer'] | expected a list of at most 5",
        "'layers': null                   | .layers is null, expected a list of at most 5",
        "'layers': {}                     | .layers is {}, expected a list of at most 5",
        "'layers': ['']                   | .layers[0] is \"\", expected the ARN",
        "'layers': [null]                 | .layers[0] is null, expected the ARN",
        "'layers': ['bare']               | .layers[0] is \"bare\", which is empty",
        "'layers': ['code/app.py']        | .layers[0] is \"code/app.py\", which cannot be read",
        "'layers': ['python3.12']         | a layer for another version of the runtime: all it has is for 3.12, where python3.13 does not look: give one for 3.13",
        "'layers': ['arn:aws:lambda:eu-west-1:123456789012:layer:tools:7', 'layer', 'arn:aws:lambda:eu-west-1:123456789012:layer:tools:8'] | .layers[2] is \"arn:aws:lambda:eu-west-1:123456789012:layer:tools:8\", a layer that is there already, expected each once",
        "'layers': [7]                    | .layers[0] is 7, expected the ARN of a layer's version",
        "'layers': ['arn:aws:lambda:eu-west-1:123456789012:layer:tools'] | .layers[0] is \"arn:aws:lambda:eu-west-1:123456789012:layer:tools\", expected the ARN",
        "'layers': ['gone']               | .layers[0] is \"gone\", which does not exist",
        "'layers': ['jars']               | .layers[0] is \"jars\", a layer for another runtime: it has java, where python3.13 does not look: give one with python",
        "'timeoutSeconds': 0              | .timeoutSeconds is 0, expected a whole number from 1 to 900",
        "'timeoutSeconds': 901            | .timeoutSeconds is 901, expected",
        "'timeoutSeconds': 1.5            | .timeoutSeconds is 1.5, expected",
        "'timeoutSeconds': '3'            | .timeoutSeconds is \"3\", expected",
        "'timeoutSeconds': null           | .timeoutSeconds is null, expected",
        "'timeoutSeconds': true           | .timeoutSeconds is true, expected",
        "'timeoutSeconds': [3]            | .timeoutSeconds is [3], expected",
        "'timeoutSeconds': -1             | .timeoutSeconds is -1, expected",
        "'timeoutSeconds': 99999999999    | .timeoutSeconds is 99999999999, expected",
        "'ephemeralStorageMb': '512'      | .ephemeralStorageMb is \"512\", expected",
        "'ephemeralStorageMb': 600.5      | .ephemeralStorageMb is 600.5, expected",
        "'ephemeralStorageMb': null       | .ephemeralStorageMb is null, expected",
        "'ephemeralStorageMb': {}         | .ephemeralStorageMb is {}, expected",
        "'ephemeralStorageMb': 511        | .ephemeralStorageMb is 511, expected a whole number from 512 to 10240",
        "'ephemeralStorageMb': 10241      | .ephemeralStorageMb is 10241",
        "'vpc': 'mine'                    | .vpc is \"mine\", expected an object with subnets and securityGroups",
        "'vpc': {}                        | .vpc.subnets is missing, expected a list of at least one id",
        "'vpc': {'subnets': ['subnet-0a1b2c3d'], 'securityGroups': []} | .vpc.securityGroups is [], expected a list of at least one",
        "'vpc': {'subnets': ['mine'], 'securityGroups': ['sg-0a1b2c3d']} | .vpc.subnets[0] is \"mine\", expected the id of a subnet",
        "'vpc': {'subnets': 'subnet-0a1b2c3d', 'securityGroups': ['sg-0a1b2c3d']} | .vpc.subnets is \"subnet-0a1b2c3d\", expected",
        "'vpc': {'subnets': ['subnet-0a1b2c3d'], 'securityGroups': ['sg-0a1b2c3d'], 'id': 'vpc-1'} | .vpc.id is not a field",
        "'vpc': null                      | .vpc is null, expected an object with subnets",
        "'vpc': []                        | .vpc is [], expected an object with subnets",
        "'vpc': {'subnets': ['subnet-0a1b2c3d'], 'securityGroups': ['mine']} | .vpc.securityGroups[0] is \"mine\", expected the id of a security group",
        "'vpc': {'subnets': [7], 'securityGroups': ['sg-0a1b2c3d']} | .vpc.subnets[0] is 7, expected the id of a subnet",
        "'vpc': {'subnets': ['subnet-0a1b2c3d'], 'securityGroups': ['sg-00000001','sg-00000002','sg-00000003','sg-00000004','sg-00000005','sg-00000006']} | .vpc.securityGroups is [\"sg-00000001\"",
        "'tracing': 1                     | .tracing is 1, expected true or false",
        "'tracing': null                  | .tracing is null, expected true or false",
        "'tracing': 'on'                  | .tracing is \"on\", expected true or false",
        "'table': 'orders'                | .table is \"orders\", expected an object with partitionKey and actions",
        "'table': null                    | .table is null, expected an object with partitionKey",
        "'table': []                      | .table is [], expected an object with partitionKey",
        "'table': {}                      | .table.partitionKey is missing, expected the name of an attribute, 1 to 255 bytes",
        "'table': {'partitionKey': 'id'}  | .table.actions is missing, expected a list of what the function does with it, such as dynamodb:GetItem",
        "'table': {'partitionKey': '', 'actions': ['dynamodb:GetItem']} | .table.partitionKey is \"\", expected the name",
        "'table': {'partitionKey': 7, 'actions': ['dynamodb:GetItem']} | .table.partitionKey is 7, expected the name",
        "'table': {'partitionKey': 'id', 'actions': []} | .table.actions is [], expected a list of what",
        "'table': {'partitionKey': 'id', 'actions': 'dynamodb:GetItem'} | .table.actions is \"dynamodb:GetItem\", expected a list of at most 20",
        "'table': {'partitionKey': 'id', 'actions': ['GetItem']} | .table.actions[0] is \"GetItem\", expected an action of DynamoDB, such as dynamodb:GetItem",
        "'table': {'partitionKey': 'id', 'actions': ['dynamodb:*']} | .table.actions[0] is \"dynamodb:*\", expected an action",
        "'table': {'partitionKey': 'id', 'actions': ['dynamodb:GetItem', 7]} | .table.actions[1] is 7, expected an action",
        "'table': {'partitionKey': 'id', 'actions': ['dynamodb:GetItem'], 'sortKey': 'n'} | .table.sortKey is not a field, expected one of partitionKey, actions",
        "'table': {'partitionKey': 'id', 'actions': ['dynamodb:GetItem']}, 'role': 'arn:aws:iam::123456789012:role/r' | has both a table and a role",
        "'table': {'partitionKey': 'id', 'actions': ['dynamodb:GetItem']}, 'environment': {'TABLE_NAME': 't'} | .environment.TABLE_NAME is the variable that holds the table's name: leave it out",
        "'before': null                   | .before is null, expected any JSON but null",
      })
  void aBadValueIsRefusedWithItsPlaceAndWhatIsExpected(String fields, String message) {
    assertThatThrownBy(() -> settings(fields))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("functions[0] in " + folder.resolve("own.json"))
        .hasMessageContaining(message);
  }

  @Test
  void aLayerOfAnotherRegionIsRefusedWhereTheRegionIsKnown() throws Exception {
    String layer = "'layers': ['" + ARN + "']";
    assertThat(settings(layer).layers()).hasSize(1);
    environment.put("CDK_DEFAULT_REGION", "eu-west-1");
    assertThat(settings(layer).layers()).hasSize(1);
    environment.put("CDK_DEFAULT_REGION", "us-east-1");
    assertThatThrownBy(() -> settings(layer))
        .hasMessageContaining(
            ARN
                + "\", a layer in eu-west-1, expected one in us-east-1, which is deployed to: Lambda takes no layer of another region");
  }

  @Test
  void aLayerIsForTheVersionsThatFindSomethingInIt() throws Exception {
    String node =
        entry("'layers': ['node20']").replace("python3.13", "nodejs22.x").replace("app.", "i.");
    assertThatThrownBy(() -> read(node))
        .hasMessageContaining(
            "all it has is for 20, where nodejs22.x does not look: give one for 22");
    assertThat(read(node.replace("nodejs22.x", "nodejs20.x"))).hasSize(1);
    Files.writeString(folder.resolve("node20/nodejs/shared.mjs"), "");
    assertThat(read(node)).hasSize(1);
    assertThat(read(entry("'layers': ['jars']").replace("python3.13", "java21"))).hasSize(1);
    assertThat(read(entry("'layers': ['python3.12']").replace("python3.13", "python3.12")))
        .hasSize(1);
  }

  /** IAM reads the names of actions without regard to case. */
  @Test
  void aPolicyMayHaveWhatIamTakes() throws Exception {
    assertThat(
            settings(
                    "'policy': [{'Sid': '', 'Effect': 'Deny', 'NotAction': ['S3:getobject', '*'],"
                        + " 'NotResource': ['arn:aws:s3:::bucket/*'], 'Condition': {'Bool':"
                        + " {'aws:SecureTransport': [true, 'false']}, 'NumericLessThan': {'a:b': 7}}},"
                        + " {'Effect': 'Allow', 'Action': 'ssm:Get*', 'Resource': 'arn:aws:ssm:*:*:parameter/?'}]")
                .access())
        .isInstanceOf(Access.Policy.class);
  }

  @Test
  void variablesFitIntoLambdasFourKilobytesTogetherWithTheBenchmarksOwn() throws Exception {
    String fits = "x".repeat(4096 - 160 - "{\"KEY\":\"\"}".length());

    assertThat(settings("'environment': {'KEY': '" + fits + "'}").environment()).hasSize(1);
    assertThatThrownBy(() -> settings("'environment': {'KEY': '" + fits + "x'}"))
        .hasMessageContaining(".environment is 3937 bytes of JSON, expected at most 3936");
    assertThatThrownBy(() -> settings("'environment': {'KEY': '" + "é".repeat(2000) + "'}"))
        .hasMessageContaining("is 4010 bytes of JSON");
  }

  @Test
  void anEntryIsLikeAnotherButForWhatItSays() throws Exception {
    List<OwnFunction> functions =
        read(
            "["
                + entry(
                    "'event': {'a': 1}, 'expect': {}, 'timeoutSeconds': 7,"
                        + " 'environment': {'KEY1': 'a', 'KEY2': 'b'}")
                + ", {'label': 'traced', 'like': 'orders', 'tracing': true, 'timeoutSeconds': null},"
                + " {'label': 'again', 'like': 'traced', 'environment': {'KEY2': 'c'}},"
                + " {'label': 'layered', 'like': 'python', 'layers': ['layer']},"
                + " {'label': 'native', 'like': 'java', 'environment': {'KEY': 'a'}}]");

    OwnFunction traced = functions.get(1);
    assertThat(traced.like()).contains("orders");
    assertThat(traced.event()).contains("{\"a\":1}");
    assertThat(traced.settings().tracing()).isTrue();
    assertThat(traced.settings().timeoutSeconds()).isEqualTo(30);
    assertThat(functions.get(2).settings().environment())
        .isEqualTo(Map.of("KEY1", "a", "KEY2", "c"));
    assertThat(functions.get(2).settings().tracing()).isTrue();
    assertThat(functions.get(2).like()).contains("traced");
    assertThat(functions.get(3).runtime()).isEqualTo("python3.13");
    assertThat(functions.get(4).source()).isEqualTo(OwnFunction.Built.NATIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'label': 'a', 'like': 'b'}                               | has an entry like \"b\", expected the label of another function (java, python",
        "{'label': 'a', 'like': 7}                                 | has an entry like 7, expected the label",
        "{'label': 'a', 'like': 'a'}                               | has an entry like \"a\"",
        "{'label': 'a', 'like': 'b'}, {'label': 'b', 'like': 'a'}  | and no circle",
      })
  void likeNamesAnotherFunctionAndGoesInNoCircle(String entries, String message) {
    assertThatThrownBy(() -> read("[" + entries + "]")).hasMessageContaining(message);
  }
}
