package coldbench.json.processor;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with a type: each is told, not only what is found first. */
final class Refusals {
  /** What may find that something has no form in JSON. */
  @FunctionalInterface
  interface Attempt {
    void make() throws RefusedException;
  }

  private final List<RefusedException> all = new ArrayList<>();

  /** Keeps what the attempt finds, so that the next one is made too. */
  void attempt(Attempt attempt) {
    try {
      attempt.make();
    } catch (RefusedException e) {
      all.add(e);
    }
  }

  List<RefusedException> all() {
    return all;
  }
}
