package coldbench.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.sfn.model.DescribeMapRunResponse;
import software.amazon.awssdk.services.sfn.model.MapRunListItem;
import software.amazon.awssdk.services.sfn.model.MapRunStatus;

/**
 * Gives the functions back what they were deployed with after a run was stopped. What cannot be
 * done for one of them does not keep the others from it.
 *
 * <p>The blocks of a run are child executions, which Step Functions goes on aborting after the run
 * itself has been: they are waited for, or one would change a function that was restored before.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-examine-map-run.html">Map
 *     Runs</a>
 */
public final class Cleanup {
  private static final String MARK = "BENCH_RUN";
  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final int LOOKS = 150;
  private static final int TRIES = 30;

  private final Clients clients;
  private final Deployment deployment;
  private final Delay delay;
  private final Consumer<String> said;
  private final List<String> problems = new ArrayList<>();

  /**
   * For one deployment.
   *
   * @param said hears what has been done, a sentence each
   */
  public Cleanup(Clients clients, Deployment deployment, Delay delay, Consumer<String> said) {
    this.clients = clients;
    this.deployment = deployment;
    this.delay = delay;
    this.said = said;
  }

  /**
   * Waits until nothing of a run goes on, then restores every function and deletes the versions
   * that runs have published.
   *
   * @param run the one that was stopped, or the latest; empty where there never was one
   * @return what could not be done, a sentence each
   */
  public List<String> after(Optional<String> run) throws InterruptedException {
    problems.clear();
    if (run.isPresent()) {
      attempt(() -> awaitBlocks(run.get()));
    }
    for (Deployment.Function function : deployment.copies()) {
      attempt(() -> restore(function));
      if (function.snapStart()) {
        attempt(() -> deleteVersions(function));
      }
    }
    for (Deployment.Function function : deployment.copies()) {
      attempt(() -> lookAgain(function));
    }
    return List.copyOf(problems);
  }

  /** Something that an account may refuse. */
  private interface Step {
    void take() throws InterruptedException;
  }

  private void attempt(Step step) throws InterruptedException {
    try {
      step.take();
    } catch (AccountException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private void awaitBlocks(String run) throws InterruptedException {
    List<String> mapRuns =
        Remedies.calling(
            "list the blocks of the run " + run,
            () ->
                clients
                    .machines()
                    .listMapRunsPaginator(
                        request -> request.executionArn(deployment.executionArn(run)))
                    .mapRuns()
                    .stream()
                    .map(MapRunListItem::mapRunArn)
                    .toList());
    for (String mapRun : mapRuns) {
      for (int look = 1; goesOn(run, mapRun); look++) {
        if (look == LOOKS) {
          throw new AccountException(
              "blocks of the run %s are still running after %d s: stop it again later"
                  .formatted(run, BETWEEN.multipliedBy(LOOKS).toSeconds()));
        }
        delay.last(BETWEEN);
      }
    }
  }

  private boolean goesOn(String run, String mapRun) {
    DescribeMapRunResponse found =
        Remedies.calling(
            "look at the blocks of the run " + run,
            () -> clients.machines().describeMapRun(request -> request.mapRunArn(mapRun)));
    boolean children =
        Optional.ofNullable(found.executionCounts()).filter(c -> c.running() > 0).isPresent();
    return found.status() == MapRunStatus.RUNNING || children;
  }

  /** An update that goes on, or one that comes between, is waited for. */
  private void restore(Deployment.Function function) throws InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      GetFunctionConfigurationResponse found = configuration(function);
      if (found.lastUpdateStatus() != LastUpdateStatus.IN_PROGRESS) {
        if (asDeployed(function, found)) {
          said.accept("Restored the configuration of " + function.name());
          return;
        }
        update(function, withoutMark(found));
      }
      delay.last(BETWEEN);
    }
    throw new AccountException(
        "the configuration of %s could not be restored, since it was changed each time: is somebody deploying or measuring? Stop again later"
            .formatted(function.name()));
  }

  private void lookAgain(Deployment.Function function) {
    if (problems.stream().noneMatch(problem -> problem.contains(function.name()))
        && !asDeployed(function, configuration(function))) {
      throw new AccountException(
          "the configuration of %s was changed again after it was restored: is another run in progress? Stop again"
              .formatted(function.name()));
    }
  }

  private GetFunctionConfigurationResponse configuration(Deployment.Function function) {
    return Remedies.calling(
        "read the configuration of " + function.name(),
        () ->
            clients
                .functions()
                .getFunctionConfiguration(request -> request.functionName(function.name())));
  }

  private static boolean asDeployed(
      Deployment.Function function, GetFunctionConfigurationResponse found) {
    return found.memorySize() == function.memoryMb() && !variables(found).containsKey(MARK);
  }

  private static Map<String, String> variables(GetFunctionConfigurationResponse found) {
    return found.environment() == null ? Map.of() : found.environment().variables();
  }

  private static Map<String, String> withoutMark(GetFunctionConfigurationResponse found) {
    return variables(found).entrySet().stream()
        .filter(entry -> !entry.getKey().equals(MARK))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** One that another update keeps from it does nothing: the next look tells. */
  private void update(Deployment.Function function, Map<String, String> variables) {
    Remedies.calling(
        "restore the configuration of " + function.name(),
        () -> {
          try {
            return Optional.of(
                clients
                    .functions()
                    .updateFunctionConfiguration(
                        request ->
                            request
                                .functionName(function.name())
                                .memorySize(function.memoryMb())
                                .environment(to -> to.variables(variables))));
          } catch (ResourceConflictException e) {
            return Optional.empty();
          }
        });
  }

  private void deleteVersions(Deployment.Function function) throws InterruptedException {
    List<String> versions =
        Remedies.calling(
            "list the versions of " + function.name(),
            () ->
                clients
                    .functions()
                    .listVersionsByFunctionPaginator(
                        request -> request.functionName(function.name()))
                    .versions()
                    .stream()
                    .filter(Cleanup::isOurs)
                    .map(FunctionConfiguration::version)
                    .toList());
    for (String version : versions) {
      attempt(() -> delete(function, version));
    }
  }

  private void delete(Deployment.Function function, String version) {
    String what = "version " + version + " of " + function.name();
    Remedies.calling(
        "delete " + what,
        () ->
            clients
                .functions()
                .deleteFunction(
                    request -> request.functionName(function.name()).qualifier(version)));
    said.accept("Deleted " + what);
  }

  /** What the machine published says so in its description. */
  private static boolean isOurs(FunctionConfiguration version) {
    return !version.version().equals("$LATEST")
        && Optional.ofNullable(version.description()).orElse("").startsWith("coldbench ");
  }
}
