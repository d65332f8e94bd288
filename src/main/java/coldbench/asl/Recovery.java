package coldbench.asl;

import coldbench.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a state does about errors: {@code Retry}, then {@code Catch}.
 *
 * @see <a href="https://states-language.net/spec.html#errors">Errors</a>
 */
record Recovery(List<Retrier> retriers, List<Catcher> catchers) {

  /** One entry of {@code Catch}. */
  record Catcher(List<String> errors, Exit exit) {}

  /** What a state does, once. */
  interface Attempt {
    Transition run() throws StateFailure, InterruptedException;

    /** Tells history that it failed and is not tried again. */
    default void failed() throws StateFailure {}
  }

  static Recovery read(JsonObject state, Loader loader) {
    List<Retrier> retriers = new ArrayList<>();
    for (JsonObject entry : state.optionalObjects("Retry")) {
      retriers.add(Retrier.read(entry));
    }
    List<Catcher> catchers = new ArrayList<>();
    for (JsonObject entry : state.optionalObjects("Catch")) {
      List<String> errors = ErrorNames.read(entry);
      catchers.add(new Catcher(errors, loader.ruleExit(entry, StatesFields.WITH_ERROR)));
      entry.refuseUnread();
    }
    ErrorNames.checkLast(retriers.stream().map(Retrier::errors).toList(), state, "Retry");
    ErrorNames.checkLast(catchers.stream().map(Catcher::errors).toList(), state, "Catch");
    return new Recovery(retriers, catchers);
  }

  /** Runs attempts until one succeeds, no retrier wants another, or a catcher takes over. */
  Transition run(StateExecution visit, Attempt attempt) throws StateFailure, InterruptedException {
    int[] attempts = new int[retriers.size()];
    while (true) {
      try {
        return attempt.run();
      } catch (StateFailure failure) {
        visit.evaluationFailed(failure);
        int retrier = matching(failure);
        if (retrier < 0 || attempts[retrier] >= retriers.get(retrier).maxAttempts()) {
          attempt.failed();
          return caught(visit, failure);
        }
        attempts[retrier]++;
        Run run = visit.run();
        run.sleep(retriers.get(retrier).delay(attempts[retrier], run.engine().jitter()));
        visit.countRetry();
      }
    }
  }

  private int matching(StateFailure failure) {
    for (int i = 0; i < retriers.size(); i++) {
      if (retriers.get(i).errors().stream().anyMatch(failure::matches)) {
        return i;
      }
    }
    return -1;
  }

  private Transition caught(StateExecution visit, StateFailure failure) throws StateFailure {
    Optional<Catcher> catcher =
        catchers.stream().filter(c -> c.errors().stream().anyMatch(failure::matches)).findFirst();
    if (catcher.isEmpty()) {
      throw failure;
    }
    EvaluationContext values = visit.values().withErrorOutput(failure.output());
    return catcher.get().exit().take(visit, values, failure.output());
  }
}
