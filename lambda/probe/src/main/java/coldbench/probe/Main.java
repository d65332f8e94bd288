package coldbench.probe;

import coldbench.runtime.LambdaRuntime;

/** Where the process starts. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    LambdaRuntime.run(
        init -> {
          if (init.environment().get("PROBE_INIT").isPresent()) {
            throw new IllegalStateException("no init today: \"" + '\u00e9' + "\"");
          }
          return new Probe(init.environment());
        });
  }
}
