package coldbench.local;

import coldbench.asl.TaskFailedException;
import coldbench.asl.TaskService;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The service integrations of a local account, each behind its {@code Resource}.
 *
 * <p>Source: {@code https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html}
 */
final class Services implements TaskService {
  /** One action of one service. */
  interface Action {
    JsonNode call(JsonNode arguments) throws TaskFailedException, InterruptedException;
  }

  private final Map<String, Action> actions = new TreeMap<>();

  Services with(String resource, Action action) {
    actions.put(resource, action);
    return this;
  }

  Set<String> resources() {
    return actions.keySet();
  }

  @Override
  public JsonNode call(String resource, JsonNode arguments)
      throws TaskFailedException, InterruptedException {
    Action action = actions.get(resource);
    if (action == null) {
      throw new TaskFailedException(
          "States.Runtime",
          "unsupported integration " + resource + "; supported: " + String.join(", ", resources()));
    }
    return action.call(arguments);
  }
}
