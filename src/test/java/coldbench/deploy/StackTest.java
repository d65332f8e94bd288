package coldbench.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.deploy.machine.SnapStartMachineTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.s3.Bucket;

/** What a user gets into the account. */
class StackTest {
  private static final Synthesized STACK = Synthesized.with(Map.of());
  private static final Template TEMPLATE = Template.fromString(STACK.template().toString());

  @Test
  void bothFunctionsAreDeployedAsTheSettingsSay() {
    TEMPLATE.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "FunctionName", "coldbench-dev-java",
            "Runtime", "provided.al2023",
            "Handler", "bootstrap",
            "Architectures", List.of("arm64"),
            "MemorySize", 128));
    TEMPLATE.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "FunctionName", "coldbench-dev-python",
            "Runtime", "python3.13",
            "Handler", "app.handler",
            "Architectures", List.of("arm64"),
            "MemorySize", 128));
  }

  @Test
  void everyLaneHasItsOwnCopyOfEachFunctionAndSharesTheRest() {
    Synthesized synthesized = Synthesized.with(Map.of("lanes", "8"));
    Template lanes = Template.fromString(synthesized.template().toString());

    for (String handler : List.of("bootstrap", "app.handler")) {
      lanes.resourcePropertiesCountIs("AWS::Lambda::Function", Map.of("Handler", handler), 8);
    }
    for (String name : List.of("coldbench-dev-java", "coldbench-dev-java_8")) {
      lanes.resourcePropertiesCountIs("AWS::Lambda::Function", Map.of("FunctionName", name), 1);
    }
    lanes.resourceCountIs("AWS::Lambda::Url", 2);
    lanes.resourceCountIs("AWS::Logs::LogGroup", count("AWS::Logs::LogGroup"));
    lanes.resourceCountIs("AWS::IAM::Role", count("AWS::IAM::Role"));
    JsonNode definition = synthesized.definition();
    assertThat(definition.at("/States/RunBlocks/MaxConcurrency").asInt()).isEqualTo(8);
    assertThat(definition.at("/States/LoadSettings/Assign/available/1/copies")).hasSize(8);
    assertThat(definition.toString()).contains("WaitForTurn");
  }

  private static int count(String type) {
    return TEMPLATE.findResources(type).size();
  }

  /** A definition may have a megabyte, an inline policy 10,240 characters. */
  @Test
  void theMostLanesFitIntoTheServicesLimits() {
    Synthesized most = Synthesized.with(Map.of("lanes", 20));

    assertThat(most.definition().toString().length()).isLessThan(100_000);
    for (JsonNode resource : most.template().path("Resources")) {
      if (resource.path("Type").asText().equals("AWS::IAM::Policy")) {
        assertThat(resource.at("/Properties/PolicyDocument").toString().length())
            .isLessThan(10_240);
      }
    }
  }

  @Test
  void moreCopiesThanFitAreRefusedWithTheLanesThatDo() {
    List<Map<String, Object>> entries =
        java.util.stream.IntStream.rangeClosed(1, 3)
            .<Map<String, Object>>mapToObj(
                i ->
                    Map.of(
                        "label", "own-" + i,
                        "code", "examples/hello-python",
                        "runtime", "python3.13",
                        "handler", "hello.handler"))
            .toList();
    assertThatThrownBy(
            () ->
                ColdbenchApp.synthesize(
                    Path.of("").toAbsolutePath(),
                    Map.of("lanes", "20", "functions", entries),
                    Path.of("target", "refused")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "lanes is \"20\", with 5 functions that is 100 copies, expected 60 at most: give -c"
                + " lanes=12 or fewer functions");
  }

  @Test
  void otherSettingsReachTheTemplate() {
    Template other =
        Template.fromString(
            Synthesized.with(
                    Map.of(
                        "env", "pr-12",
                        "architecture", "x86_64",
                        "memoryMb", "512",
                        "urlAuth", "NONE",
                        "retainResults", "true"))
                .template()
                .toString());

    other.resourcePropertiesCountIs(
        "AWS::Lambda::Function", Map.of("Architectures", List.of("x86_64"), "MemorySize", 512), 2);
    other.resourcePropertiesCountIs("AWS::Lambda::Url", Map.of("AuthType", "NONE"), 2);
    other.hasResource("AWS::S3::Bucket", Map.of("DeletionPolicy", "Retain"));
    other.resourceCountIs("Custom::S3AutoDeleteObjects", 0);
    other.hasResourceProperties(
        "AWS::StepFunctions::StateMachine", Map.of("StateMachineName", "coldbench-pr-12"));
  }

  @Test
  void urlsAskForASignatureUnlessTheSettingsSayOtherwise() {
    TEMPLATE.resourcePropertiesCountIs("AWS::Lambda::Url", Map.of("AuthType", "AWS_IAM"), 2);
    TEMPLATE.resourceCountIs("AWS::Lambda::Permission", 0);
  }

  @Test
  void oneRoleServesBothFunctions() {
    List<JsonNode> roles =
        STACK.template().path("Resources").findParents("FunctionName").stream()
            .map(properties -> properties.path("Role"))
            .distinct()
            .toList();

    assertThat(roles).hasSize(1);
  }

  @Test
  void theBucketIsPrivateAndEncrypted() {
    TEMPLATE.hasResourceProperties(
        "AWS::S3::Bucket",
        Map.of(
            "PublicAccessBlockConfiguration",
            Map.of(
                "BlockPublicAcls", true,
                "BlockPublicPolicy", true,
                "IgnorePublicAcls", true,
                "RestrictPublicBuckets", true),
            "BucketEncryption",
            Match.anyValue(),
            "OwnershipControls",
            Map.of("Rules", List.of(Map.of("ObjectOwnership", "BucketOwnerEnforced")))));
  }

  @Test
  void withoutUrlsNothingOfThemIsInTheTemplate() {
    String template = Synthesized.with(Map.of("urlAuth", "OFF")).template().toString();

    assertThat(template).doesNotContain("AWS::Lambda::Url", "FunctionUrl");
  }

  /** Traces would show nothing of what is measured, and a traced call is another call. */
  @Test
  void theMachineIsLoggedAndNotTraced() {
    TEMPLATE.hasResourceProperties(
        "AWS::StepFunctions::StateMachine",
        Map.of(
            "LoggingConfiguration",
            Match.objectLike(Map.of("Level", "ALL")),
            "TracingConfiguration",
            Match.absent()));
  }

  @Test
  void everythingGoesWithTheStack() {
    for (JsonNode resource : STACK.template().path("Resources")) {
      assertThat(resource.path("DeletionPolicy").asText("Delete")).isEqualTo("Delete");
    }
  }

  @Test
  void noFunctionCanMakeALogGroupThatOutlivesTheStack() {
    for (JsonNode resource : STACK.template().path("Resources")) {
      if (resource.path("Type").asText().equals("AWS::Lambda::Function")) {
        assertThat(resource.at("/Properties/LoggingConfig/LogGroup/Ref").asText()).isNotEmpty();
      }
    }
    assertThat(STACK.template().toString()).doesNotContain("logs:CreateLogGroup");
  }

  @Test
  void theMachinesRoleIsLentToMachinesOfThisAccountOnly() {
    TEMPLATE.hasResourceProperties(
        "AWS::IAM::Role",
        Map.of(
            "AssumeRolePolicyDocument",
            Match.objectLike(
                Map.of(
                    "Statement",
                    List.of(
                        Map.of(
                            "Action",
                            "sts:AssumeRole",
                            "Effect",
                            "Allow",
                            "Principal",
                            Map.of("Service", "states.amazonaws.com"),
                            "Condition",
                            Map.of(
                                "StringEquals",
                                Map.of("aws:SourceAccount", Map.of("Ref", "AWS::AccountId")))))))));
  }

  @Test
  void theMachineIsGoneBeforeTheBucketIsEmptied() {
    TEMPLATE.hasResource(
        "AWS::StepFunctions::StateMachine",
        Map.of(
            "DependsOn",
            Match.arrayWith(
                List.of(
                    Match.stringLikeRegexp("ResultsBucketAutoDeleteObjectsCustomResource.*")))));
  }

  @Test
  void allIsTaggedWithTheEnvironment() {
    Set<String> untaggable =
        Set.of(
            "AWS::IAM::Policy",
            "AWS::Lambda::Url",
            "AWS::S3::BucketPolicy",
            "Custom::S3AutoDeleteObjects");
    for (JsonNode resource : STACK.template().path("Resources")) {
      if (!untaggable.contains(resource.path("Type").asText())) {
        assertThat(resource.at("/Properties/Tags").toString())
            .as(resource.toString())
            .contains("{\"Key\":\"coldbench\",\"Value\":\"dev\"}");
      }
    }
    assertThat(STACK.manifest().at("/artifacts/coldbench-dev/properties/tags"))
        .hasToString("{\"coldbench\":\"dev\"}");
  }

  @Test
  void theOutputsTellAPersonOrAPipelineAllThatTheyNeed() {
    assertThat(STACK.template().path("Outputs").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "Region",
            "StateMachineArn",
            "ResultsBucket",
            "MachineLogGroup",
            "JavaFunctionName",
            "JavaFunctionUrl",
            "JavaLogGroup",
            "PythonFunctionName",
            "PythonFunctionUrl",
            "PythonLogGroup");
  }

  @Test
  void cdkNagFindsNothingThatIsNotExplained() {
    assertThat(STACK.validationReport().path("pluginReports")).isEmpty();
  }

  @Test
  void aFindingOfCdkNagThatNobodyExplainedFailsTheSynthesis() {
    App app = new App();
    Bucket.Builder.create(new Stack(app, "other"), "Open").build();

    assertThatThrownBy(() -> Synthesized.of(app, Map.of("env", "nag")))
        .hasMessageContaining("Validation failed");
  }

  @Test
  void theSameSettingsGiveTheSameTemplate() {
    assertThat(Synthesized.make(Map.of()).template()).isEqualTo(STACK.template());
  }

  @Test
  void ownFunctionsAreDeployedBesideOursAndTheMachineMayCallJustThese() {
    Synthesized own = Synthesized.with(Map.of("functions", "examples/functions.json"));
    Template template = Template.fromString(own.template().toString());

    template.resourceCountIs("AWS::Lambda::Function", 5); // Ours, two own, and the bucket's.
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "FunctionName", "coldbench-dev-hello-python",
            "Runtime", "python3.13",
            "Handler", "hello.handler"));
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of("FunctionName", "coldbench-dev-java-jvm", "Runtime", "java25"));
    assertThat(own.template().path("Outputs").has("HelloPythonFunctionUrl")).isTrue();
    assertThat(own.validationReport().path("pluginReports")).isEmpty();
    JsonNode offered = own.definition().at("/States/LoadSettings/Assign/available");
    assertThat(offered).hasSize(4);
    assertThat(offered.path(3).path("event").asText()).isEqualTo("{\"names\":[\"Ada\",\"Grace\"]}");
    for (JsonNode statement : own.template().findValues("Statement")) {
      for (JsonNode each : statement) {
        if (each.path("Action").asText().equals("lambda:InvokeFunction")) {
          assertThat(each.path("Resource")).hasSize(4).noneMatch(JsonNode::isTextual);
        }
      }
    }
  }

  @Test
  void aBaseStandsBesideEachFunctionInTheSameStack() {
    Synthesized both = Synthesized.with(Map.of("base", Path.of("").toAbsolutePath().toString()));

    JsonNode offered = both.definition().at("/States/LoadSettings/Assign/available");
    assertThat(offered)
        .extracting(each -> each.path("label").asText() + " " + each.path("like").asText())
        .containsExactly("java java-base", "java-base ", "python python-base", "python-base ");
    Template template = Template.fromString(both.template().toString());
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of("FunctionName", "coldbench-dev-python-base", "Runtime", "python3.13"));
    template.hasResourceProperties(
        "AWS::Logs::LogGroup", Map.of("LogGroupName", "/aws/lambda/coldbench-dev-java-base"));
    assertThat(both.template().path("Outputs").has("JavaBaseFunctionName")).isTrue();
    assertThat(both.validationReport().path("pluginReports")).isEmpty();
  }

  @Test
  void anEntryBringsWhatARealFunctionHas() {
    Map<String, Object> entry =
        Map.ofEntries(
            Map.entry("label", "orders"),
            Map.entry("code", "examples/hello-python"),
            Map.entry("runtime", "python3.13"),
            Map.entry("handler", "hello.handler"),
            Map.entry("environment", Map.of("TABLE_NAME", "orders")),
            Map.entry(
                "policy",
                List.of(
                    Map.of(
                        "Effect",
                        "Allow",
                        "Action",
                        List.of("dynamodb:Get*", "dynamodb:PutItem"),
                        "Resource",
                        "arn:aws:dynamodb:*:123456789012:table/orders*"))),
            Map.entry(
                "layers",
                List.of(
                    "arn:aws:lambda:eu-west-1:123456789012:layer:tools:7",
                    "src/test/layers/python")),
            Map.entry("timeoutSeconds", 90),
            Map.entry("ephemeralStorageMb", 1024),
            Map.entry("tracing", true),
            Map.entry(
                "vpc",
                Map.of(
                    "subnets",
                    List.of("subnet-0a1b2c3d"),
                    "securityGroups",
                    List.of("sg-0a1b2c3d"))));
    Synthesized own = Synthesized.with(Map.of("functions", List.of(entry)));
    Template template = Template.fromString(own.template().toString());

    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "FunctionName",
            "coldbench-dev-orders",
            "Environment",
            Map.of("Variables", Map.of("TABLE_NAME", "orders")),
            "Timeout",
            90,
            "EphemeralStorage",
            Map.of("Size", 1024),
            "TracingConfig",
            Map.of("Mode", "Active"),
            "VpcConfig",
            Map.of(
                "SubnetIds", List.of("subnet-0a1b2c3d"),
                "SecurityGroupIds", List.of("sg-0a1b2c3d"))));
    template.resourceCountIs("AWS::Lambda::LayerVersion", 1);
    template.hasResource("AWS::Lambda::LayerVersion", Map.of("DeletionPolicy", "Delete"));
    assertThat(own.template().findValues("Action").toString())
        .contains("dynamodb:Get*", "dynamodb:PutItem", "xray:PutTraceSegments")
        .contains("ec2:CreateNetworkInterface");
    assertThat(own.validationReport().path("pluginReports")).isEmpty();
  }

  /** One that puts and reads, one that only reads, and one with a table of another key. */
  static final Map<String, Object> TABLES =
      Map.of(
          "functions",
          List.of(
              table("puts", "id", "dynamodb:GetItem", "dynamodb:PutItem"),
              table("reads", "id", "dynamodb:GetItem"),
              table("other", "order", "dynamodb:Query")));

  private static Map<String, Object> table(String label, String key, String... actions) {
    return Map.of(
        "label", label,
        "code", "examples/hello-python",
        "runtime", "python3.13",
        "handler", "hello.handler",
        "table", Map.of("partitionKey", key, "actions", List.of(actions)));
  }

  @Test
  void functionsThatAskForATableOfTheSameKeyShareOneThatGoesWithTheStack() {
    Synthesized own = Synthesized.with(TABLES);
    Template template = Template.fromString(own.template().toString());

    template.resourceCountIs("AWS::DynamoDB::Table", 2);
    template.hasResource(
        "AWS::DynamoDB::Table",
        Map.of(
            "DeletionPolicy",
            "Delete",
            "UpdateReplacePolicy",
            "Delete",
            "Properties",
            Map.of(
                "AttributeDefinitions",
                List.of(Map.of("AttributeName", "id", "AttributeType", "S")),
                "KeySchema",
                List.of(Map.of("AttributeName", "id", "KeyType", "HASH")),
                "BillingMode",
                "PAY_PER_REQUEST",
                "Tags",
                List.of(Map.of("Key", "coldbench", "Value", "dev")))));
    List<String> names = new ArrayList<>();
    own.template().findValues("TABLE_NAME").forEach(name -> names.add(name.path("Ref").asText()));
    assertThat(names).hasSize(3);
    assertThat(new TreeSet<>(names)).hasSize(2).allMatch(id -> id.startsWith("Table"));
    assertThat(own.validationReport().path("pluginReports")).isEmpty();
  }

  @Test
  void aFunctionWithARoleThatExistsGetsNoOther() {
    Map<String, Object> entry =
        Map.of(
            "label", "orders",
            "code", "examples/hello-python",
            "runtime", "python3.13",
            "handler", "hello.handler",
            "role", "arn:aws:iam::123456789012:role/orders");
    Synthesized own = Synthesized.with(Map.of("functions", List.of(entry)));

    Template.fromString(own.template().toString())
        .hasResourceProperties(
            "AWS::Lambda::Function",
            Map.of(
                "FunctionName",
                "coldbench-dev-orders",
                "Role",
                "arn:aws:iam::123456789012:role/orders"));
    assertThat(own.validationReport().path("pluginReports")).isEmpty();
  }

  @Test
  void snapStartIsSwitchedOnForTheFunctionThatAsksForIt() {
    Synthesized snapStart = Synthesized.with(SnapStartMachineTest.CONTEXT);

    Template.fromString(snapStart.template().toString())
        .resourcePropertiesCountIs(
            "AWS::Lambda::Function",
            Map.of("SnapStart", Map.of("ApplyOn", "PublishedVersions")),
            1);
    assertThat(snapStart.validationReport().path("pluginReports")).isEmpty();
  }

  @Test
  void aFunctionMayBeOfAnotherArchitectureThanTheRest() {
    Map<String, Object> entry =
        Map.of(
            "label", "hello",
            "code", "examples/hello-python",
            "runtime", "python3.13",
            "handler", "hello.handler",
            "architecture", "x86_64");
    Template.fromString(Synthesized.with(Map.of("functions", List.of(entry))).template().toString())
        .hasResourceProperties(
            "AWS::Lambda::Function",
            Map.of("FunctionName", "coldbench-dev-hello", "Architectures", List.of("x86_64")));
  }
}
