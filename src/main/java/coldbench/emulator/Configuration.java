package coldbench.emulator;

import coldbench.lambda.Quotas;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The configuration of a function over time. An update is {@code InProgress} for a while; until it
 * is {@code Successful} invocations use what was before.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/functions-states.html">Function
 *     states</a>
 */
final class Configuration {

  private final Clock clock;
  private final Duration updateTime;
  private FunctionState inUse;
  private FunctionState latest;
  private Instant latestFrom;

  Configuration(FunctionSpec spec, CodePackage code, Clock clock, Duration updateTime) {
    this.clock = clock;
    this.updateTime = updateTime;
    this.latestFrom = clock.instant();
    this.latest =
        new FunctionState(
            spec.name(),
            spec.arn(),
            spec.runtime(),
            spec.architecture(),
            spec.handler(),
            spec.memoryMb(),
            spec.timeout(),
            spec.environment(),
            code.size(),
            code.sha256(),
            "$LATEST",
            latestFrom,
            UUID.randomUUID().toString(),
            "Active",
            "Successful",
            Optional.empty());
    this.inUse = latest;
  }

  /** As {@code GetFunction} says it. */
  synchronized FunctionState describe() {
    return updating() ? inProgress() : latest;
  }

  /** What an invocation runs with. */
  synchronized FunctionState inUse() {
    if (!updating()) {
      inUse = latest;
    }
    return inUse;
  }

  private boolean updating() {
    return clock.instant().isBefore(latestFrom);
  }

  private FunctionState inProgress() {
    return with(
        latest.memoryMb(),
        latest.environment(),
        latest.revisionId(),
        latest.lastModified(),
        "InProgress",
        Optional.of("The function is being updated."));
  }

  /** Changes what is given. */
  synchronized FunctionState update(
      OptionalInt memoryMb, Optional<Map<String, String>> environment, Optional<String> revisionId)
      throws LambdaException {
    checkMemory(memoryMb.orElse(latest.memoryMb()));
    SandboxEnvironment.check(environment.orElse(Map.of()));
    if (revisionId.isPresent() && !revisionId.get().equals(latest.revisionId())) {
      throw new LambdaException(
          "PreconditionFailedException",
          "The Revision Id provided does not match the latest Revision Id. Call the"
              + " GetFunction/GetAlias API to retrieve the latest Revision Id");
    }
    if (updating()) {
      throw new LambdaException(
          "ResourceConflictException",
          "The operation cannot be performed at this time. An update is in progress for resource: "
              + latest.arn());
    }
    inUse = latest;
    Instant now = clock.instant();
    latest =
        with(
            memoryMb.orElse(latest.memoryMb()),
            environment.map(Map::copyOf).orElse(latest.environment()),
            UUID.randomUUID().toString(),
            now,
            "Successful",
            Optional.empty());
    latestFrom = now.plus(updateTime);
    return describe();
  }

  private FunctionState with(
      int memoryMb,
      Map<String, String> environment,
      String revisionId,
      Instant lastModified,
      String lastUpdateStatus,
      Optional<String> reason) {
    return new FunctionState(
        latest.name(),
        latest.arn(),
        latest.runtime(),
        latest.architecture(),
        latest.handler(),
        memoryMb,
        latest.timeout(),
        environment,
        latest.codeSize(),
        latest.codeSha256(),
        latest.version(),
        lastModified,
        revisionId,
        latest.state(),
        lastUpdateStatus,
        reason);
  }

  static void checkMemory(int memoryMb) throws LambdaException {
    if (memoryMb < Quotas.MEMORY_LEAST_MB || memoryMb > Quotas.MEMORY_MOST_MB) {
      throw new LambdaException(
          "InvalidParameterValueException",
          "MemorySize is %d, expected %d to %d (MB)"
              .formatted(memoryMb, Quotas.MEMORY_LEAST_MB, Quotas.MEMORY_MOST_MB));
    }
  }
}
