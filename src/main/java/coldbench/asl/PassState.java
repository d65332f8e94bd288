package coldbench.asl;

import coldbench.json.JsonObject;

/**
 * Hands its input on, or what it makes of it.
 *
 * @see <a href="https://states-language.net/spec.html#pass-state">Pass state</a>
 */
record PassState(String name, Exit exit) implements State {
  static PassState read(String name, JsonObject fields, Loader loader) {
    return new PassState(name, loader.exit(fields, StatesFields.BEFORE));
  }

  @Override
  public String type() {
    return "Pass";
  }

  @Override
  public Transition run(StateExecution visit) throws StateFailure {
    return exit.take(visit, visit.values(), visit.input());
  }
}
