package coldbench.analysis;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What a run costs on AWS, in US dollars; of a local run what it would have cost there.
 *
 * @param requests calls of the functions, those discarded, those between cold and warm ones and
 *     those that ask for the sandbox included
 * @param gbSeconds billed; such a call's duration is not known and taken as none
 * @param stateTransitions of the state machine, without retried service calls; where a trial does
 *     not say how often its configuration was looked at, once for each forced cold start
 * @param puts objects written
 * @param snapshots those that are charged for, each kept for the least time; init before one is
 *     taken is in no REPORT line and not counted
 */
public record RunCost(
    long requests,
    double gbSeconds,
    long stateTransitions,
    long puts,
    long snapshots,
    double dollars) {

  /**
   * Of a run.
   *
   * @param prices by architecture of the functions
   */
  public static RunCost of(Run run, Map<String, Prices> prices) {
    Map<String, FunctionDescription> functions =
        run.functions().stream()
            .collect(Collectors.toMap(FunctionDescription::label, Function.identity()));
    long requests = 0;
    Transitions machine =
        new Transitions(
            run.functions().size(),
            (int) run.functions().stream().filter(FunctionDescription::snapStart).count(),
            run.lanes());
    RunShape shape = run.shape();
    int rounds = (int) run.trials().stream().map(trial -> trial.block().round()).distinct().count();
    long blocks = run.trials().stream().map(Trial::block).distinct().count();
    long executions =
        run.lanes() == 1
            ? blocks * RunLimits.executions(run.functions().size(), run.warm())
            : shape.executions(rounds);
    long transitions =
        machine.ofRun(
                run.memoryMb().stream().max(Integer::compare).orElse(0), shape.batches(rounds))
            + machine.ofBlocks(executions);
    long snapshots = 0;
    double gbSeconds = 0;
    double compute = 0;
    long parts = 0;
    double perRequest = prices.values().stream().mapToDouble(Prices::request).max().orElse(0);
    for (Trial trial : run.trials()) {
      long calls = calls(trial).count() + trial.discarded().size();
      FunctionDescription function = functions.get(trial.function());
      boolean warmedUp =
          function != null && function.warmsUp() && run.warm() > 0 && trial.cold().isPresent();
      long asked = trial.sandbox().isPresent() ? 1 : 0;
      requests += calls + (warmedUp ? 1 : 0) + asked;
      transitions += machine.ofWarmUps(warmedUp ? 1 : 0);
      double used = billedMs(trial).sum() / 1000 * trial.block().memoryMb() / 1024;
      gbSeconds += used;
      transitions +=
          machine.ofTrial(
                  function != null && function.snapStart(),
                  trial.attempts(),
                  trial.polls().orElse(trial.attempts()),
                  calls,
                  RunLimits.parts(trial.warm().size()))
              + Transitions.OF_SANDBOX * asked;
      parts += RunLimits.parts(trial.warm().size());
      if (function != null) {
        Prices price = prices.get(function.architecture());
        compute += price == null ? 0 : used * price.gbSecond();
        if (function.paysForSnapshots()) {
          snapshots += trial.attempts();
          compute += trial.attempts() * Prices.snapshot(trial.block().memoryMb());
        }
      }
    }
    long puts = run.trials().size() + parts + (long) RunEstimate.RUN_OBJECTS;
    double dollars =
        compute
            + requests * perRequest
            + transitions * Prices.STATE_TRANSITION
            + puts * Prices.S3_PUT;
    return new RunCost(requests, gbSeconds, transitions, puts, snapshots, dollars);
  }

  private static Stream<Sample> calls(Trial trial) {
    return Stream.concat(trial.cold().stream(), List.copyOf(trial.warm()).stream());
  }

  private static DoubleStream billedMs(Trial trial) {
    return calls(trial).mapToDouble(Sample::billedMs);
  }
}
