package coldbench.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * A deployed environment, as its stack's outputs and its machine's definition tell it.
 *
 * @param functions those that the machine can measure
 */
public record Deployment(
    String stack, String region, String machineArn, String bucket, List<Function> functions) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A function as it was deployed, whatever a run has made of its configuration since.
   *
   * @param label what runs and reports call it
   * @param name what the account calls it
   * @param copies the names of all its copies, this one first
   * @param warmsUp whether it is called once between its cold and its warm calls
   * @param snapStart whether runs publish versions of it
   */
  public record Function(
      String label,
      String name,
      List<String> copies,
      int memoryMb,
      boolean warmsUp,
      boolean snapStart) {
    public Function {
      copies = List.copyOf(copies);
    }

    /** Every copy as a function of its own. */
    Stream<Function> each() {
      return copies.stream()
          .map(copy -> new Function(label, copy, List.of(copy), memoryMb, warmsUp, snapStart));
    }
  }

  /** How many copies there are of each function, which runs measure side by side. */
  public int lanes() {
    return functions.stream().mapToInt(function -> function.copies().size()).max().orElse(1);
  }

  /** Every copy of every function. */
  List<Function> copies() {
    return functions.stream().flatMap(Function::each).toList();
  }

  /**
   * Looks an environment up.
   *
   * @throws AccountException if there is none, or its stack is of another kind
   */
  public static Deployment find(Clients clients, String env) {
    String name = "coldbench-" + env;
    Stack stack =
        stack(clients, name)
            .orElseThrow(
                () ->
                    new AccountException(
                        "there is no stack %s in this account and region: deploy it (npx cdk deploy -c env=%s), or point --env, AWS_PROFILE and AWS_REGION at where it is"
                            .formatted(name, env)));
    String machineArn = output(stack, "StateMachineArn");
    String definition =
        Remedies.calling(
            "read the state machine of " + name,
            () ->
                clients
                    .machines()
                    .describeStateMachine(request -> request.stateMachineArn(machineArn))
                    .definition());
    return new Deployment(
        name,
        machineArn.split(":", -1)[3],
        machineArn,
        output(stack, "ResultsBucket"),
        functions(definition));
  }

  /**
   * The function of a label.
   *
   * @throws AccountException if there is none
   */
  public Function function(String label) {
    return functions.stream()
        .filter(function -> function.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new AccountException(
                    "there is no function \"%s\" in %s, expected one of %s"
                        .formatted(
                            label,
                            stack,
                            String.join(", ", functions.stream().map(Function::label).toList()))));
  }

  /** A stack, if it is there. */
  static Optional<Stack> stack(Clients clients, String name) {
    return Remedies.calling(
        "look for the stack " + name,
        () -> {
          try {
            return clients
                .stacks()
                .describeStacks(request -> request.stackName(name))
                .stacks()
                .stream()
                .findFirst();
          } catch (CloudFormationException e) {
            if (String.valueOf(e.getMessage()).contains("does not exist")) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  private static String output(Stack stack, String key) {
    return stack.outputs().stream()
        .filter(output -> output.outputKey().equals(key))
        .map(Output::outputValue)
        .findFirst()
        .orElseThrow(
            () ->
                new AccountException(
                    "the stack %s (%s) has no output %s: deploy it again"
                        .formatted(stack.stackName(), stack.stackStatusAsString(), key)));
  }

  /** What the machine's first state offers, in that order. */
  static List<Function> functions(String definition) {
    try {
      List<Function> functions = new ArrayList<>();
      JsonNode machine = JSON.readTree(definition);
      JsonNode first = machine.path("States").path(machine.path("StartAt").asText());
      for (JsonNode each : first.path("Assign").path("available")) {
        functions.add(
            new Function(
                each.path("label").asText(),
                each.path("name").asText(),
                copies(each),
                each.path("memoryMb").asInt(),
                !each.path("before").asText("null").equals("null"),
                each.path("snapStart").asBoolean()));
      }
      return functions;
    } catch (JsonProcessingException e) {
      throw new AccountException(
          "the state machine's definition is not valid JSON: deploy it again");
    }
  }

  private static List<String> copies(JsonNode function) {
    List<String> copies = new ArrayList<>();
    function.path("copies").forEach(copy -> copies.add(copy.asText()));
    return copies.isEmpty() ? List.of(function.path("name").asText()) : copies;
  }

  String executionArn(String run) {
    return machineArn.replace(":stateMachine:", ":execution:") + ":" + run;
  }
}
