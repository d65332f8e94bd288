package coldbench.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.deploy.machine.SnapStartMachineTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every statement of every policy, to the letter. Whoever changes one changes this file too. */
class PoliciesTest {
  private static final String MACHINE_EXECUTIONS =
      "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:"
          + "${part 6 of Benchmark.Machine}";

  private static final Synthesized STACK = Synthesized.with(Map.of());

  @Test
  void theFunctionsMayWriteTheirOwnLogsAndNothingElse() {
    assertThat(statements("AWS::IAM::Policy", "FunctionRole"))
        .containsExactly(
            "Allow [logs:CreateLogStream, logs:PutLogEvents]"
                + " on [${Java.Logs.Arn}, ${Python.Logs.Arn}]");
  }

  @Test
  void theMachineMayDoWhatItsStatesDo() {
    assertThat(statements("AWS::IAM::Policy", "BenchmarkMachineRole"))
        .containsExactly(
            "Allow [states:ListExecutions] on [arn:${AWS::Partition}:states:${AWS::Region}:"
                + "${AWS::AccountId}:stateMachine:coldbench-dev]",
            "Allow [s3:PutObject] on [${Results.Bucket.Arn}/runs/*]",
            "Allow [lambda:GetFunction, lambda:InvokeFunction, lambda:UpdateFunctionConfiguration]"
                + " on [${Java.Function.Arn}, ${Python.Function.Arn}]",
            "Allow [logs:CreateLogDelivery, logs:DeleteLogDelivery, logs:DescribeLogGroups,"
                + " logs:DescribeResourcePolicies, logs:GetLogDelivery, logs:ListLogDeliveries,"
                + " logs:PutResourcePolicy, logs:UpdateLogDelivery] on [*]");
  }

  @Test
  void ofAFunctionWithSnapStartTheMachineMayAlsoPublishVersionsAndDeleteJustThese() {
    assertThat(
            statements(
                Synthesized.with(SnapStartMachineTest.CONTEXT),
                "AWS::IAM::Policy",
                "BenchmarkMachineRole"))
        .filteredOn(statement -> statement.contains("lambda:"))
        .containsExactly(
            "Allow [lambda:ListVersionsByFunction, lambda:PublishVersion]"
                + " on [${OwnSnap.Function.Arn}]",
            "Allow [lambda:DeleteFunction, lambda:GetFunction] on [${OwnSnap.Function.Arn}:*]",
            "Allow [lambda:GetFunction, lambda:UpdateFunctionConfiguration]"
                + " on [${Java.Function.Arn}, ${OwnSnap.Function.Arn}, ${Python.Function.Arn}]",
            "Allow [lambda:InvokeFunction]"
                + " on [${Java.Function.Arn}, ${Python.Function.Arn}, ${OwnSnap.Function.Arn}:*]");
  }

  @Test
  void aFunctionThatAsksForATableMayDoWithItWhatItSaysAndNothingElse() {
    Synthesized tables = Synthesized.with(StackTest.TABLES);

    assertThat(statements(tables, "AWS::IAM::Policy", "OwnPutsRole"))
        .containsExactly(
            "Allow [dynamodb:GetItem, dynamodb:PutItem] on [${Tableid.Arn}]",
            "Allow [logs:CreateLogStream, logs:PutLogEvents] on [${OwnPutsLogs.Arn}]");
    assertThat(statements(tables, "AWS::IAM::Policy", "OwnReadsRole"))
        .first()
        .isEqualTo("Allow [dynamodb:GetItem] on [${Tableid.Arn}]");
    assertThat(statements(tables, "AWS::IAM::Policy", "OwnOtherRole"))
        .first()
        .isEqualTo("Allow [dynamodb:Query] on [${Tableorder.Arn}]");
    assertThat(statements(tables, "AWS::IAM::Policy", "FunctionRole"))
        .containsExactly(
            "Allow [logs:CreateLogStream, logs:PutLogEvents]"
                + " on [${Java.Logs.Arn}, ${Python.Logs.Arn}]");
  }

  @Test
  void theMachineMayRunItsOwnBlocks() {
    assertThat(statements("AWS::IAM::Policy", "BenchmarkMachineDistributedMapPolicy"))
        .containsExactly(
            "Allow [states:StartExecution] on [${Benchmark.Machine}]",
            "Allow [states:DescribeExecution, states:StopExecution] on ["
                + MACHINE_EXECUTIONS
                + ":*]",
            "Allow [states:RedriveExecution] on [" + MACHINE_EXECUTIONS + "/Blocks:*]");
  }

  @Test
  void theBucketIsReachedOverTlsOnlyAndEmptiedByItsEmptierAlone() {
    String bucket = "[${Results.Bucket.Arn}, ${Results.Bucket.Arn}/*]";
    assertThat(statements("AWS::S3::BucketPolicy", ""))
        .containsExactly(
            "Deny [s3:*] on " + bucket + " if {\"Bool\":{\"aws:SecureTransport\":\"false\"}}",
            "Allow [s3:GetBucketTagging, s3:GetBucketPolicy, s3:PutBucketPolicy,"
                + " s3:ListBucketVersions, s3:DeleteObject, s3:DeleteObjectVersion] on "
                + bucket);
  }

  @Test
  void thereIsNoOtherPolicyAndNoManagedOne() {
    List<String> policies = new ArrayList<>();
    STACK
        .template()
        .path("Resources")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().path("Type").asText().matches("AWS::(IAM|S3)::.*Policy")) {
                policies.add(name(entry.getKey()));
              }
            });
    assertThat(policies)
        .containsExactlyInAnyOrder(
            "FunctionRoleDefaultPolicy",
            "BenchmarkMachineRoleDefaultPolicy",
            "BenchmarkMachineDistributedMapPolicy",
            "Results.BucketPolicy");
    assertThat(STACK.template().findValues("ManagedPolicyArns")).isEmpty();
    assertThat(STACK.template().findValues("Policies"))
        .singleElement()
        .satisfies(
            inline ->
                assertThat(statementsOf(inline.path(0).path("PolicyDocument")))
                    .containsExactly(
                        "Allow [logs:CreateLogStream, logs:PutLogEvents]"
                            + " on [${Results.EmptierLogs.Arn}]"));
  }

  @Test
  void nothingIsAllowedByAWildcardAction() {
    for (JsonNode statement : allStatements()) {
      if (statement.path("Effect").asText().equals("Allow")) {
        assertThat(list(statement.path("Action"))).noneMatch(action -> action.contains("*"));
      }
    }
  }

  private static List<JsonNode> allStatements() {
    List<JsonNode> all = new ArrayList<>();
    STACK.template().findValues("Statement").forEach(list -> list.forEach(all::add));
    assertThat(all).hasSizeGreaterThan(10);
    return all;
  }

  private static List<String> statements(String type, String idPrefix) {
    return statements(STACK, type, idPrefix);
  }

  private static List<String> statements(Synthesized stack, String type, String idPrefix) {
    List<String> statements = new ArrayList<>();
    stack
        .template()
        .path("Resources")
        .properties()
        .forEach(
            entry -> {
              JsonNode resource = entry.getValue();
              if (resource.path("Type").asText().equals(type)
                  && entry.getKey().startsWith(idPrefix)) {
                statements.addAll(statementsOf(resource.path("Properties").path("PolicyDocument")));
              }
            });
    return statements;
  }

  private static List<String> statementsOf(JsonNode document) {
    List<String> statements = new ArrayList<>();
    for (JsonNode statement : document.path("Statement")) {
      String condition = statement.has("Condition") ? " if " + statement.path("Condition") : "";
      statements.add(
          statement.path("Effect").asText()
              + " "
              + list(statement.path("Action"))
              + " on "
              + list(statement.path("Resource"))
              + condition);
    }
    return statements;
  }

  private static List<String> list(JsonNode value) {
    List<String> texts = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(each -> texts.add(text(each)));
    } else {
      texts.add(text(value));
    }
    return texts;
  }

  private static String text(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.has("Ref")) {
      return "${" + name(value.path("Ref").asText()) + "}";
    }
    if (value.has("Fn::GetAtt")) {
      JsonNode of = value.path("Fn::GetAtt");
      return "${" + name(of.path(0).asText()) + "." + of.path(1).asText() + "}";
    }
    if (value.has("Fn::Select")) {
      JsonNode of = value.path("Fn::Select");
      return "${part "
          + of.path(0)
          + " of "
          + name(of.path(1).path("Fn::Split").path(1).path("Ref").asText())
          + "}";
    }
    StringBuilder joined = new StringBuilder();
    value.path("Fn::Join").path(1).forEach(part -> joined.append(text(part)));
    return joined.toString();
  }

  /** A logical id without its hash, its two parts told apart. */
  private static String name(String logicalId) {
    String plain = Pattern.compile("[0-9A-F]{8}$").matcher(logicalId).replaceFirst("");
    return plain.replaceFirst(
        "^(Java|Python|OwnSnap|Results|Benchmark)(Logs|Function|Bucket|EmptierLogs|Machine)(Policy)?$",
        "$1.$2$3");
  }
}
