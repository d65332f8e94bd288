package coldbench.aws;

import coldbench.deploy.SynthesizedMachine;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunRequest;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.ListMapRunsRequest;
import software.amazon.awssdk.services.sfn.model.ListMapRunsResponse;
import software.amazon.awssdk.services.sfn.model.MapRunListItem;
import software.amazon.awssdk.services.sfn.model.MapRunStatus;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;

/**
 * An account with one deployment in memory, as the SDK's clients show it. It remembers what was
 * called, and which permissions that takes of whoever calls; a call that it does not know fails.
 */
public final class RecordedAccount {
  private static final String MACHINE =
      "arn:aws:states:eu-central-1:123456789012:stateMachine:coldbench-dev";

  private static final Instant BEGAN = Instant.parse("2026-03-14T02:00:00Z");

  /** A function's configuration. */
  public static final class Function {
    public int memoryMb = 128;
    public Map<String, String> variables = new HashMap<>(Map.of("STAGE", "test"));
    public final Set<String> versions = new TreeSet<>();
    public int looksInProgress;
    public int conflicts;
    public boolean denied;

    /** As a run leaves it that is ended in the middle of a trial. */
    public void force(int newMemoryMb) {
      memoryMb = newMemoryMb;
      variables.put("BENCH_RUN", "night/1");
    }

    public boolean asDeployed() {
      return memoryMb == 128 && variables.equals(Map.of("STAGE", "test"));
    }
  }

  public final List<String> calls = new ArrayList<>();
  public final Set<String> permissions = new TreeSet<>();
  public final Map<String, Function> functions = new LinkedHashMap<>();
  public final Map<String, ExecutionStatus> executions = new LinkedHashMap<>();
  public final Map<String, byte[]> objects = new TreeMap<>();

  /** What becomes of an execution that is started. */
  public ExecutionStatus started = ExecutionStatus.SUCCEEDED;

  /** How often a stopped run's blocks are seen going on. */
  public int looksAtBlocks;

  /** Happens at each look at the blocks. */
  public Runnable meanwhile = () -> {};

  private final JsonNode definition = SynthesizedMachine.withSnapStart();

  public RecordedAccount() {
    for (JsonNode offered : definition.at("/States/LoadSettings/Assign/available")) {
      functions.put(offered.path("name").asText(), new Function());
    }
  }

  /** The function of a label. */
  public Function function(String label) {
    for (JsonNode offered : definition.at("/States/LoadSettings/Assign/available")) {
      if (offered.path("label").asText().equals(label)) {
        return functions.get(offered.path("name").asText());
      }
    }
    throw new IllegalArgumentException(label);
  }

  public Clients clients() {
    return new Clients(
        client(CloudFormationClient.class, "cloudformation"),
        client(SfnClient.class, "states"),
        client(LambdaClient.class, "lambda"),
        client(S3Client.class, "s3"));
  }

  private <T> T client(Class<T> type, String service) {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            return null;
          }
          boolean operation =
              arguments != null
                  && arguments[0].getClass().getSimpleName().endsWith("Request")
                  && (method.getReturnType().getSimpleName().endsWith("Response")
                      || arguments.length == 2);
          return operation
              ? called(service, method, arguments)
              : InvocationHandler.invokeDefault(proxy, method, arguments);
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object called(String service, Method method, Object[] arguments) throws Exception {
    Object request = arguments[0];
    String name = method.getName();
    calls.add(name);
    permissions.add(permission(service, name));
    if (request instanceof DescribeStacksRequest stacks && stacks.stackName() == null) {
      permissions.add("cloudformation:ListStacks");
    }
    if (request instanceof GetObjectRequest object) {
      return content(object, (ResponseTransformer<?, ?>) arguments[1]);
    }
    return service.equals("states") ? ofMachine(request) : ofOthers(request);
  }

  @SuppressWarnings("unchecked")
  private Object content(GetObjectRequest object, ResponseTransformer<?, ?> transformer)
      throws Exception {
    return ((ResponseTransformer<GetObjectResponse, ?>) transformer)
        .transform(
            GetObjectResponse.builder().build(),
            AbortableInputStream.create(new ByteArrayInputStream(objects.get(object.key()))));
  }

  /** Nearly every action has the name of its operation. */
  private static String permission(String service, String operation) {
    return operation.equals("listObjectsV2")
        ? "s3:ListBucket"
        : service
            + ":"
            + operation.substring(0, 1).toUpperCase(Locale.ROOT)
            + operation.substring(1);
  }

  private Object ofMachine(Object request) {
    if (request instanceof DescribeStateMachineRequest) {
      return DescribeStateMachineResponse.builder().definition(definition.toString()).build();
    } else if (request instanceof StartExecutionRequest start) {
      executions.put(start.name(), started);
      return StartExecutionResponse.builder().build();
    } else if (request instanceof DescribeExecutionRequest describe) {
      String name = describe.executionArn().replaceFirst(".*:", "");
      if (!executions.containsKey(name)) {
        throw ExecutionDoesNotExistException.builder().message(name).build();
      }
      return DescribeExecutionResponse.builder()
          .name(name)
          .status(executions.get(name))
          .startDate(BEGAN)
          .input("{}")
          .build();
    } else if (request instanceof ListExecutionsRequest list) {
      return ListExecutionsResponse.builder()
          .executions(
              executions.entrySet().stream()
                  .filter(
                      each -> list.statusFilter() == null || list.statusFilter() == each.getValue())
                  .map(
                      each ->
                          ExecutionListItem.builder()
                              .name(each.getKey())
                              .status(each.getValue())
                              .startDate(BEGAN)
                              .build())
                  .toList())
          .build();
    } else if (request instanceof StopExecutionRequest stop) {
      executions.put(stop.executionArn().replaceFirst(".*:", ""), ExecutionStatus.ABORTED);
      return StopExecutionResponse.builder().build();
    } else if (request instanceof ListMapRunsRequest) {
      return ListMapRunsResponse.builder()
          .mapRuns(MapRunListItem.builder().mapRunArn("arn:map-run").build())
          .build();
    } else if (request instanceof DescribeMapRunRequest) {
      meanwhile.run();
      // The map run is aborted at once, its children some time later.
      long children = looksAtBlocks-- > 0 ? 1 : 0;
      return DescribeMapRunResponse.builder()
          .status(MapRunStatus.ABORTED)
          .executionCounts(counts -> counts.running(children))
          .build();
    }
    throw new UnsupportedOperationException(request.toString());
  }

  private Object ofOthers(Object request) {
    if (request instanceof DescribeStacksRequest) {
      return DescribeStacksResponse.builder()
          .stacks(
              Stack.builder()
                  .stackName("coldbench-dev")
                  .outputs(output("StateMachineArn", MACHINE), output("ResultsBucket", "results"))
                  .build())
          .build();
    } else if (request instanceof GetFunctionConfigurationRequest get) {
      Function function = functions.get(get.functionName());
      return GetFunctionConfigurationResponse.builder()
          .memorySize(function.memoryMb)
          .lastUpdateStatus(
              function.looksInProgress-- > 0
                  ? LastUpdateStatus.IN_PROGRESS
                  : LastUpdateStatus.SUCCESSFUL)
          .environment(EnvironmentResponse.builder().variables(function.variables).build())
          .build();
    } else if (request instanceof UpdateFunctionConfigurationRequest update) {
      return update(functions.get(update.functionName()), update);
    } else if (request instanceof ListVersionsByFunctionRequest list) {
      return ListVersionsByFunctionResponse.builder()
          .versions(
              functions.get(list.functionName()).versions.stream()
                  .map(
                      number ->
                          FunctionConfiguration.builder()
                              .version(number)
                              .description("coldbench night/1")
                              .build())
                  .toList())
          .build();
    } else if (request instanceof DeleteFunctionRequest delete) {
      functions.get(delete.functionName()).versions.remove(delete.qualifier());
      return DeleteFunctionResponse.builder().build();
    } else if (request instanceof ListObjectsV2Request list && list.delimiter() != null) {
      return ListObjectsV2Response.builder()
          .commonPrefixes(
              objects.keySet().stream()
                  .filter(key -> key.startsWith(list.prefix()))
                  .map(key -> key.substring(0, key.indexOf('/', list.prefix().length()) + 1))
                  .distinct()
                  .map(prefix -> CommonPrefix.builder().prefix(prefix).build())
                  .toList())
          .build();
    } else if (request instanceof ListObjectsV2Request list) {
      return ListObjectsV2Response.builder()
          .contents(
              objects.keySet().stream()
                  .filter(key -> key.startsWith(list.prefix()))
                  .map(key -> S3Object.builder().key(key).build())
                  .toList())
          .isTruncated(false)
          .build();
    }
    throw new UnsupportedOperationException(request.toString());
  }

  private static UpdateFunctionConfigurationResponse update(
      Function function, UpdateFunctionConfigurationRequest update) {
    if (function.denied) {
      throw LambdaException.builder()
          .statusCode(403)
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .errorCode("AccessDeniedException")
                  .errorMessage("not authorized")
                  .build())
          .build();
    }
    if (function.conflicts-- > 0) {
      throw ResourceConflictException.builder().message("an update is in progress").build();
    }
    function.memoryMb = update.memorySize();
    function.variables = new HashMap<>(update.environment().variables());
    return UpdateFunctionConfigurationResponse.builder().build();
  }

  private static Output output(String key, String value) {
    return Output.builder().outputKey(key).outputValue(value).build();
  }
}
