package coldbench.function;

import coldbench.runtime.LambdaRuntime;

/** Where the process starts, natively and on a JVM. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    LambdaRuntime.run(init -> new Function(init.clock()));
  }
}
