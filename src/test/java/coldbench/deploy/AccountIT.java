package coldbench.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.deploy.Emulator.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The life of an environment in an emulated account, by the real cdk CLI and the real tool.
 *
 * <p>What the emulator lacks is worked around here and nowhere else: a run fails where it puts its
 * first object ({@link #EMULATORS_LIMIT}), so an object is put by hand; CloudFormation forgets the
 * bucket's tags ({@link #tagTheBucket}); a bucket is deleted although it is full, so that it is
 * emptied before is held by the template's tests. Permissions are not enforced.
 */
@Tag("emulator")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountIT {
  private static final String EMULATORS_LIMIT =
      "aws-sdk:s3:putObject is not yet implemented in MiniStack";
  private static final String ENV = "it";
  private static final String[] CONTEXT = {
    "-c", "env=" + ENV, "-c", "architecture=" + hostsArchitecture()
  };

  @TempDir private static Path folder;
  private static Emulator emulator;
  private static Set<String> before;

  @BeforeAll
  static void deploy() throws Exception {
    emulator = Emulator.start();
    // Not from the project's folder: there the CLI would run the app.
    emulator.cdk(folder, "bootstrap", "aws://000000000000/us-east-1");
    before = inventory();
    cdk("deploy", "--require-approval", "never");
  }

  @AfterAll
  static void end() {
    emulator.close();
  }

  private static String cdk(String command, String... arguments) throws Exception {
    String[] all = new String[arguments.length + CONTEXT.length + 1];
    all[0] = command;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    System.arraycopy(CONTEXT, 0, all, arguments.length + 1, CONTEXT.length);
    return emulator.cdk(Path.of("").toAbsolutePath(), all);
  }

  private static String hostsArchitecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
  }

  @Order(1)
  @ParameterizedTest
  @ValueSource(strings = {"java", "python"})
  void both_functions_answer(String label) throws Exception {
    try (LambdaClient functions = emulator.client(LambdaClient.builder())) {
      String answer =
          functions
              .invoke(
                  request ->
                      request
                          .functionName("coldbench-it-" + label)
                          .payload(
                              SdkBytes.fromUtf8String(
                                  "{\"queryStringParameters\":{\"n\":\"10\"}}")))
              .payload()
              .asUtf8String();
      JsonNode body =
          new ObjectMapper().readTree(new ObjectMapper().readTree(answer).path("body").asText());
      assertThat(body.path("runtime").asText()).isEqualTo(label);
      assertThat(body.path("fib_result").asInt()).isEqualTo(55);
    }
  }

  @Order(2)
  @Test
  void a_deployment_that_did_not_change_is_not_deployed_again() throws Exception {
    String diff = cdk("diff");

    assertThat(diff).contains("There were no differences").doesNotContain("building the native");
  }

  @Order(3)
  @Test
  void a_run_is_started_watched_and_told_about() throws Exception {
    Outcome run = coldbench("run", "--rounds", "1", "--run", "first");

    assertThat(run.output())
        .contains("2 trials in 1 blocks")
        .contains("Started the run first of coldbench-it")
        .contains(EMULATORS_LIMIT);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(coldbench("runs").output()).contains("first").contains("FAILED");
  }

  @Order(3)
  @Test
  void a_run_by_a_name_that_there_is_already_is_picked_up() throws Exception {
    Outcome run = coldbench("run", "--run", "first");

    assertThat(run.output()).contains("Watching the run first of coldbench-it");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Order(4)
  @Test
  void what_is_in_the_bucket_is_fetched() throws Exception {
    try (S3Client objects = emulator.client(S3Client.builder().forcePathStyle(true))) {
      objects.putObject(
          request -> request.bucket(bucket(objects)).key("runs/first/summary.json"),
          RequestBody.fromString("{}"));
    }

    coldbench("fetch", "--run", "first");

    assertThat(folder.resolve("runs/first/summary.json")).hasContent("{}");
  }

  @Order(5)
  @Test
  void stop_gives_the_functions_their_configuration_back() throws Exception {
    try (LambdaClient functions = emulator.client(LambdaClient.builder())) {
      functions.updateFunctionConfiguration(
          request ->
              request
                  .functionName("coldbench-it-java")
                  .memorySize(512)
                  .environment(to -> to.variables(Map.of("BENCH_RUN", "x", "STAGE", "test"))));

      assertThat(coldbench("stop").exitCode()).isZero();

      var restored =
          functions.getFunctionConfiguration(request -> request.functionName("coldbench-it-java"));
      assertThat(restored.memorySize()).isEqualTo(128);
      assertThat(restored.environment().variables()).containsOnly(Map.entry("STAGE", "test"));
    }
  }

  @Order(6)
  @ParameterizedTest
  @ValueSource(strings = {"run", "fetch", "runs", "stop"})
  void an_environment_that_is_not_there_is_named_with_what_to_do(String command) throws Exception {
    Outcome outcome = emulator.coldbench(command, "--env", "nowhere");

    assertThat(outcome.output())
        .contains("there is no stack coldbench-nowhere")
        .contains("npx cdk deploy -c env=nowhere");
    assertThat(outcome.exitCode()).isEqualTo(2);
  }

  @Order(6)
  @Test
  void a_run_that_costs_much_is_not_started_unasked() throws Exception {
    Outcome run = coldbench("run", "--rounds", "1000");

    assertThat(run.output()).contains("give --yes");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Order(7)
  @Test
  void destroying_builds_nothing_and_leaves_nothing() throws Exception {
    tagTheBucket();

    String output = cdk("destroy", "--force", "--all");

    assertThat(output).doesNotContain("building the native");
    assertThat(inventory()).isEqualTo(before);
  }

  private static Outcome coldbench(String command, String... arguments) throws Exception {
    String[] all = new String[arguments.length + 3];
    all[0] = command;
    all[1] = "--env";
    all[2] = ENV;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    if (command.equals("run") || command.equals("fetch")) {
      String[] out = java.util.Arrays.copyOf(all, all.length + 2);
      out[all.length] = "--out";
      out[all.length + 1] = folder.toString();
      all = out;
    }
    return emulator.coldbench(all);
  }

  private static void tagTheBucket() {
    var tag =
        software.amazon.awssdk.services.s3.model.Tag.builder()
            .key("aws-cdk:auto-delete-objects")
            .value("true")
            .build();
    try (S3Client objects = emulator.client(S3Client.builder().forcePathStyle(true))) {
      objects.putBucketTagging(
          request -> request.bucket(bucket(objects)).tagging(tags -> tags.tagSet(tag)));
    }
  }

  private static String bucket(S3Client objects) {
    return objects.listBuckets().buckets().stream()
        .map(each -> each.name())
        .filter(name -> name.startsWith("coldbench-it-"))
        .findFirst()
        .orElseThrow();
  }

  /** Every kind of resource that the stack has. */
  private static Set<String> inventory() {
    Set<String> all = new TreeSet<>();
    try (LambdaClient functions = emulator.client(LambdaClient.builder());
        CloudWatchLogsClient logs = emulator.client(CloudWatchLogsClient.builder());
        IamClient identities = emulator.client(IamClient.builder());
        S3Client objects = emulator.client(S3Client.builder().forcePathStyle(true));
        SfnClient machines = emulator.client(SfnClient.builder());
        CloudFormationClient stacks = emulator.client(CloudFormationClient.builder())) {
      functions.listFunctions().functions().forEach(each -> all.add(each.functionArn()));
      logs.describeLogGroups().logGroups().forEach(each -> all.add("log " + each.logGroupName()));
      identities
          .listRoles()
          .roles()
          .forEach(
              role -> {
                all.add(role.arn());
                identities
                    .listRolePolicies(request -> request.roleName(role.roleName()))
                    .policyNames()
                    .forEach(policy -> all.add(role.arn() + " " + policy));
              });
      objects.listBuckets().buckets().forEach(each -> all.add("bucket " + each.name()));
      machines.listStateMachines().stateMachines().forEach(each -> all.add(each.stateMachineArn()));
      stacks.describeStacks().stacks().stream()
          .filter(stack -> stack.stackStatus() != StackStatus.DELETE_COMPLETE)
          .forEach(stack -> all.add(stack.stackName()));
    }
    return all;
  }
}
