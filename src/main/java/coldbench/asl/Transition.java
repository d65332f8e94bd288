package coldbench.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * A state's way out.
 *
 * @param next the next state's name, empty at the end of the workflow
 * @param output the state's output
 * @param assigned the variables that it has assigned
 */
record Transition(Optional<String> next, JsonNode output, Map<String, JsonNode> assigned) {}
