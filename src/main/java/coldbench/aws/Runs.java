package coldbench.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The runs of a deployment: started, looked at, stopped. */
public final class Runs {
  private final Clients clients;
  private final Deployment deployment;

  public Runs(Clients clients, Deployment deployment) {
    this.clients = clients;
    this.deployment = deployment;
  }

  /**
   * Starts a run; from here on it goes on by itself, whatever becomes of this process.
   *
   * @param name not one of another run of the last 90 days
   * @param input the machine's, as JSON
   */
  public void start(String name, String input) {
    Remedies.calling(
        "start the run " + name,
        () ->
            clients
                .machines()
                .startExecution(
                    request ->
                        request.stateMachineArn(deployment.machineArn()).name(name).input(input)));
  }

  /** Empty where there is none of that name. */
  public Optional<RunStatus> find(String name) {
    return Remedies.calling(
        "look at the run " + name,
        () -> {
          try {
            return Optional.of(
                state(
                    clients
                        .machines()
                        .describeExecution(
                            request -> request.executionArn(deployment.executionArn(name)))));
          } catch (ExecutionDoesNotExistException e) {
            return Optional.empty();
          }
        });
  }

  /** The machine's input that a run was started with. */
  public JsonNode input(String name) {
    String json =
        Remedies.calling(
            "look at the run " + name,
            () ->
                clients
                    .machines()
                    .describeExecution(
                        request -> request.executionArn(deployment.executionArn(name)))
                    .input());
    try {
      return JsonMapper.builder().build().readTree(json);
    } catch (JsonProcessingException e) {
      throw new AccountException("the input of the run " + name + " is not valid JSON: " + json);
    }
  }

  /** The run that goes on, if one does. */
  public Optional<RunStatus> running() {
    return Remedies.calling(
        "list the runs of " + deployment.stack(),
        () ->
            clients
                .machines()
                .listExecutions(
                    request ->
                        request
                            .stateMachineArn(deployment.machineArn())
                            .statusFilter(ExecutionStatus.RUNNING))
                .executions()
                .stream()
                .findFirst()
                .map(Runs::state));
  }

  /** The latest runs, the newest first. */
  public List<RunStatus> latest(int count) {
    return Remedies.calling(
        "list the runs of " + deployment.stack(),
        () ->
            clients
                .machines()
                .listExecutionsPaginator(
                    request -> request.stateMachineArn(deployment.machineArn()))
                .executions()
                .stream()
                .limit(count)
                .map(Runs::state)
                .toList());
  }

  /** Aborts a run. The functions are left as they are then: see {@link Cleanup}. */
  public void stop(String name) {
    Remedies.calling(
        "stop the run " + name,
        () ->
            clients
                .machines()
                .stopExecution(
                    request ->
                        request
                            .executionArn(deployment.executionArn(name))
                            .error("Stopped")
                            .cause("stopped by coldbench stop")));
  }

  private static RunStatus state(DescribeExecutionResponse execution) {
    return new RunStatus(
        execution.name(),
        execution.statusAsString(),
        execution.startDate(),
        Optional.ofNullable(execution.stopDate()),
        Optional.ofNullable(execution.error())
            .map(error -> error + ": " + Optional.ofNullable(execution.cause()).orElse("")));
  }

  private static RunStatus state(ExecutionListItem execution) {
    return new RunStatus(
        execution.name(),
        execution.statusAsString(),
        execution.startDate(),
        Optional.ofNullable(execution.stopDate()),
        Optional.empty());
  }
}
