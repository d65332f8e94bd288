package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the expressions of a state can see.
 *
 * @param state the state's name
 * @param enteredEventId the number of the event that entered the state, for error messages
 * @param input {@code $states.input}
 * @param result {@code $states.result}, where there is one by now
 * @param errorOutput {@code $states.errorOutput}, in a Catch
 * @param context {@code $states.context}, made when an expression asks for it
 * @param variables the variables in scope
 * @param functions the functions that Step Functions adds to JSONata
 */
record EvaluationContext(
    String state,
    long enteredEventId,
    JsonNode input,
    Optional<JsonNode> result,
    Optional<JsonNode> errorOutput,
    Supplier<JsonNode> context,
    Variables variables,
    FunctionLibrary functions) {

  EvaluationContext withResult(JsonNode value) {
    return new EvaluationContext(
        state,
        enteredEventId,
        input,
        Optional.of(value),
        errorOutput,
        context,
        variables,
        functions);
  }

  EvaluationContext withErrorOutput(JsonNode value) {
    return new EvaluationContext(
        state, enteredEventId, input, result, Optional.of(value), context, variables, functions);
  }

  EvaluationContext withContext(Supplier<JsonNode> value) {
    return new EvaluationContext(
        state, enteredEventId, input, result, errorOutput, value, variables, functions);
  }

  /** A failure of the state itself, worded as the service words it. */
  StateFailure failure(String error, String problem) {
    return failure(error, problem, "");
  }

  /** A failure to evaluate a field of the state. */
  StateFailure failure(String error, String problem, String location) {
    return new StateFailure(
        error,
        "An error occurred while executing the state '"
            + state
            + "' (entered at the event id #"
            + enteredEventId
            + "). "
            + problem,
        location);
  }
}
