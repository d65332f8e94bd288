package coldbench.account;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.account.Emulator.Outcome;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** An emulated account with one environment of the benchmark, as its owner sees it. */
final class EmulatedAccount implements AutoCloseable {
  /** What the schedule of the tests' environment starts runs with. */
  private static final String SCHEDULED = "{\"rounds\": 2, \"warm\": 1, \"functions\": [\"java\"]}";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Emulator emulator;
  private final StepFunctions stepFunctions;
  private final Path folder;
  private final String env;
  private final Map<String, String> context;
  private final LambdaClient functions;
  private final S3Client objects;
  private final SfnClient machines;
  private final CloudFormationClient stacks;

  private EmulatedAccount(
      Emulator emulator,
      StepFunctions stepFunctions,
      Path folder,
      String env,
      Map<String, String> context) {
    this.emulator = emulator;
    this.stepFunctions = stepFunctions;
    this.folder = folder;
    this.env = env;
    this.context = new TreeMap<>(Map.of("env", env, "architecture", architecture()));
    this.context.put("functions", ownFunctions().toString());
    this.context.put("schedule", "rate(1 day)");
    this.context.put("scheduleInput", SCHEDULED);
    this.context.put("resultsDays", "365");
    this.context.putAll(context);
    this.functions = emulator.client(LambdaClient.builder());
    this.objects = emulator.client(S3Client.builder().forcePathStyle(true));
    this.machines = emulator.client(SfnClient.builder(), stepFunctions.endpoint());
    this.stacks = emulator.client(CloudFormationClient.builder());
  }

  /**
   * An account in which nothing is deployed yet.
   *
   * @param folder of the results; not the project's, since there the CLI would run the app
   * @param context of its deployment, beside what all have
   */
  static EmulatedAccount bootstrapped(Path folder, String env, Map<String, String> context)
      throws Exception {
    Emulator emulator = Emulator.start();
    emulator.cdk(folder, Map.of(), "bootstrap", "aws://000000000000/us-east-1");
    return new EmulatedAccount(emulator, StepFunctions.inFrontOf(emulator), folder, env, context);
  }

  Emulator emulator() {
    return emulator;
  }

  URI stepFunctions() {
    return stepFunctions.endpoint();
  }

  Set<String> inventory() {
    return Inventory.of(emulator);
  }

  /** The emulator's functions run on this machine's CPU, whatever they are deployed for. */
  static String architecture() {
    return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x86_64";
  }

  String cdk(String... arguments) throws Exception {
    return cdk(Map.of(), arguments);
  }

  /**
   * @param environment variables beside the emulator's
   */
  String cdk(Map<String, String> environment, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    context.forEach((key, value) -> all.addAll(List.of("-c", key + "=" + value)));
    return emulator.cdk(Path.of("").toAbsolutePath(), environment, all.toArray(String[]::new));
  }

  /** The file that lists functions of the user's own, in the folder of the results. */
  Path ownFunctions() {
    return folder.resolve("own.json").toAbsolutePath();
  }

  /** Versions of a function, other than the function itself. */
  List<String> versions(String label) {
    return functions
        .listVersionsByFunction(request -> request.functionName(function(label)))
        .versions()
        .stream()
        .map(FunctionConfiguration::version)
        .filter(version -> !version.equals("$LATEST"))
        .toList();
  }

  Outcome coldbench(String command, String... arguments) throws Exception {
    return Emulator.outcome(started(command, arguments));
  }

  Process started(String command, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(command, "--env", env));
    all.addAll(List.of(arguments));
    if (command.equals("run") || command.equals("fetch")) {
      all.addAll(List.of("--out", folder.toString()));
    }
    return emulator.started(stepFunctions(), all.toArray(String[]::new));
  }

  String invoke(String label, String event) {
    return functions
        .invoke(
            request ->
                request.functionName(function(label)).payload(SdkBytes.fromUtf8String(event)))
        .payload()
        .asUtf8String();
  }

  private String function(String label) {
    return "coldbench-" + env + "-" + label;
  }

  GetFunctionConfigurationResponse configuration(String function) {
    return functions.getFunctionConfiguration(request -> request.functionName(function));
  }

  /** A stack of next to nothing, such as somebody else's. */
  void addStack(String name, Map<String, String> tags) {
    stacks.createStack(
        request ->
            request
                .stackName(name)
                .templateBody(
                    "{\"Resources\":{\"Nothing\":"
                        + "{\"Type\":\"AWS::CloudFormation::WaitConditionHandle\"}}}")
                .tags(
                    tags.entrySet().stream()
                        .map(
                            tag ->
                                software.amazon.awssdk.services.cloudformation.model.Tag.builder()
                                    .key(tag.getKey())
                                    .value(tag.getValue())
                                    .build())
                        .toList()));
    stacks.waiter().waitUntilStackCreateComplete(request -> request.stackName(name));
  }

  Map<String, String> tagsOfStack(String name) {
    return stacks.describeStacks(request -> request.stackName(name)).stacks().get(0).tags().stream()
        .collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value()));
  }

  void deleteStack(String name) {
    stacks.deleteStack(request -> request.stackName(name));
    stacks.waiter().waitUntilStackDeleteComplete(request -> request.stackName(name));
  }

  /** The names of all functions of the environment that are measured. */
  List<String> measured() {
    return functions.listFunctions().functions().stream()
        .map(FunctionConfiguration::functionName)
        .filter(name -> name.matches("coldbench-" + env + "-[a-z0-9-]+(_[0-9]+)?"))
        .sorted()
        .toList();
  }

  void assertAsDeployed() {
    assertThat(measured()).isNotEmpty();
    for (String name : measured()) {
      var found = configuration(name);
      assertThat(found.memorySize()).as(name).isEqualTo(128);
      if (found.environment() != null) {
        assertThat(found.environment().variables()).as(name).doesNotContainKey("BENCH_RUN");
      }
    }
  }

  /** Takes the stack down by the cdk CLI. */
  void assertDestroyingLeaves(Set<String> before) throws Exception {
    tagTheBucket();

    cdk("destroy", "--force");

    assertThat(inventory()).isEqualTo(before);
  }

  /** Starts an execution by the API and tells how it failed. */
  String failureOfAnExecution(String name) throws Exception {
    DescribeExecutionResponse execution =
        ended(
            machines
                .startExecution(
                    request -> request.stateMachineArn(machineArn()).name(name).input("{}"))
                .executionArn());
    return execution.error() + ": " + execution.cause();
  }

  /**
   * A run that the deployed schedule starts.
   *
   * @return its name, after it has ended well
   */
  String scheduledRun() throws Exception {
    try (EmulatedScheduler scheduler = new EmulatedScheduler(emulator, machines)) {
      DescribeExecutionResponse run = ended(scheduler.fire("coldbench-" + env));
      assertThat(run.status()).as(run.cause()).isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(JSON.readTree(run.input())).isEqualTo(JSON.readTree(SCHEDULED));
      return run.name();
    }
  }

  private DescribeExecutionResponse ended(String arn) throws InterruptedException {
    DescribeExecutionResponse execution;
    do {
      Thread.sleep(100);
      execution = machines.describeExecution(request -> request.executionArn(arn));
    } while (execution.status() == ExecutionStatus.RUNNING);
    return execution;
  }

  boolean isRunning(String run) {
    String arn = machineArn().replace(":stateMachine:", ":execution:") + ":" + run;
    return machines.describeExecution(request -> request.executionArn(arn)).status()
        == ExecutionStatus.RUNNING;
  }

  private String machineArn() {
    return machines.listStateMachines().stateMachines().get(0).stateMachineArn();
  }

  /** The keys of a run's objects, without what they begin with. */
  List<String> objects(String run) {
    String prefix = "runs/" + run + "/";
    return objects
        .listObjectsV2Paginator(request -> request.bucket(bucket()).prefix(prefix))
        .contents()
        .stream()
        .map(S3Object::key)
        .map(key -> key.substring(prefix.length()))
        .toList();
  }

  /** Whether an execution of such a name was started. */
  boolean hasRun(String prefix) {
    return machines.listStateMachines().stateMachines().stream()
        .flatMap(
            machine ->
                machines
                    .listExecutions(request -> request.stateMachineArn(machine.stateMachineArn()))
                    .executions()
                    .stream())
        .anyMatch(execution -> execution.name().startsWith(prefix));
  }

  void awaitObject(String run, String prefix) throws InterruptedException {
    while (objects(run).stream().noneMatch(key -> key.startsWith(prefix))) {
      Thread.sleep(200);
    }
  }

  /** Functions are measured one after the other: its turn comes. */
  void awaitMemory(String function, int megabytes) throws InterruptedException {
    while (configuration(function).memorySize() != megabytes) {
      Thread.sleep(50);
    }
  }

  /** Likewise. */
  void awaitVersion(String label) throws InterruptedException {
    while (versions(label).isEmpty()) {
      Thread.sleep(200);
    }
  }

  private String bucket() {
    return objects.listBuckets().buckets().stream()
        .map(each -> each.name())
        .filter(name -> name.startsWith("coldbench-" + env + "-"))
        .findFirst()
        .orElseThrow();
  }

  /**
   * The emulator's gap: its CloudFormation forgets a bucket's tags, without which the function that
   * empties it refuses to.
   */
  void tagTheBucket() {
    Tag tag = Tag.builder().key("aws-cdk:auto-delete-objects").value("true").build();
    objects.putBucketTagging(request -> request.bucket(bucket()).tagging(tags -> tags.tagSet(tag)));
  }

  @Override
  public void close() {
    functions.close();
    objects.close();
    machines.close();
    stacks.close();
    stepFunctions.close();
    emulator.close();
  }
}
