package coldbench.faults;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionRequest;
import coldbench.asl.ExecutionResult;
import coldbench.asl.StateMachine;
import coldbench.asl.VirtualTime;
import coldbench.deploy.SynthesizedMachine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A run of the benchmark's machine against a simulated account, in which no time goes by. */
final class Night {
  private static final JsonNode DEFINITION = SynthesizedMachine.definition();
  private static final JsonNode WITH_SNAP_START = SynthesizedMachine.withSnapStart();
  private static final StateMachine MACHINE = StateMachine.load(DEFINITION);

  private final StateMachine machine;
  private final SimulatedAccount account;
  private final List<SimulatedFunction> functions = new ArrayList<>();
  private final Random jitter;

  Night(long seed, Faults faults) {
    this(seed, faults, MACHINE);
  }

  Night(long seed, Faults faults, StateMachine machine) {
    this(seed, faults, machine, DEFINITION);
  }

  private Night(long seed, Faults faults, StateMachine machine, JsonNode definition) {
    this.machine = machine;
    Random random = new Random(seed);
    account = new SimulatedAccount(random, faults);
    jitter = random;
    for (JsonNode available : definition.at("/States/LoadSettings/Assign/available")) {
      functions.add(account.add(available.path("name").textValue()));
    }
  }

  /** With a third function, which has SnapStart. */
  static Night withSnapStart(long seed, Faults faults, StateMachine machine) {
    return new Night(seed, faults, machine, WITH_SNAP_START);
  }

  /** The machine with a defect: some text of its definition is another. */
  static StateMachine defective(String text, String other) {
    return changed(DEFINITION.toString(), text, other);
  }

  /** The same of the machine with a function that has SnapStart. */
  static StateMachine defectiveWithSnapStart(String text, String other) {
    return changed(WITH_SNAP_START.toString(), text, other);
  }

  private static StateMachine changed(String definition, String text, String other) {
    if (!definition.contains(text)) {
      throw new IllegalArgumentException("the definition has no " + text);
    }
    try {
      return StateMachine.load(new ObjectMapper().readTree(definition.replace(text, other)));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  SimulatedAccount account() {
    return account;
  }

  List<SimulatedFunction> functions() {
    return functions;
  }

  ExecutionResult run(ObjectNode input) throws InterruptedException {
    VirtualTime time = new VirtualTime(Instant.parse("2026-03-14T02:00:00Z"));
    Engine engine = Engine.system().withClock(time.clock()).withSleeper(time).withJitter(jitter);
    return machine.run(
        new ExecutionRequest(
            "night",
            "arn:aws:states:eu-central-1:123456789012:execution:coldbench-dev:night",
            "arn:aws:states:eu-central-1:123456789012:stateMachine:coldbench-dev",
            "coldbench-dev",
            "arn:aws:iam::123456789012:role/coldbench-dev",
            input),
        account,
        engine);
  }
}
