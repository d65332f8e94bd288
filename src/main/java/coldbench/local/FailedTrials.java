package coldbench.local;

import coldbench.results.RunLayout;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which trials of a run failed, and why: whether it is of any use to go on. */
public final class FailedTrials implements RunListener {
  /** After so many failures of the same name of every function nothing else is to be expected. */
  private static final int ENOUGH = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Runnable hopeless;
  private final Set<String> functions = new HashSet<>();
  private final Map<String, List<JsonNode>> errors = new TreeMap<>();
  private boolean oneComplete;
  private boolean stopped;

  /**
   * Of a run that begins.
   *
   * @param hopeless is called once, when all functions have failed again and again in the same way
   *     and nothing was measured
   */
  public FailedTrials(Runnable hopeless) {
    this.hopeless = hopeless;
  }

  @Override
  public synchronized void stored(String key, JsonNode body) {
    if (RunLayout.isManifest(key)) {
      body.path("functions").forEach(each -> functions.add(each.path("label").asText()));
    } else if (RunLayout.isTrial(key)) {
      if (body.path("status").asText().equals("complete")) {
        oneComplete = true;
      } else {
        errors
            .computeIfAbsent(body.path("function").asText(), label -> new ArrayList<>())
            .add(body.path("error"));
      }
      if (!oneComplete && !stopped && functions.stream().allMatch(this::keepsFailing)) {
        stopped = true;
        hopeless.run();
      }
    }
  }

  private boolean keepsFailing(String label) {
    List<JsonNode> failed = errors.getOrDefault(label, List.of());
    return failed.size() >= ENOUGH
        && failed.stream().map(error -> error.path("name")).distinct().count() == 1;
  }

  /** Whether it was said to be hopeless. */
  public synchronized boolean stopped() {
    return stopped;
  }

  /** Whether trials failed and none did not. */
  public synchronized boolean all() {
    return !oneComplete && !errors.isEmpty();
  }

  /** The first failure of each function in a sentence. */
  public synchronized List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    errors.forEach(
        (label, failed) -> {
          JsonNode first = failed.get(0);
          String name = first.path("name").asText();
          String why = told(first.path("cause").asText());
          sentences.add(
              "%s failed %s: %s: %s"
                  .formatted(
                      label, failed.size() == 1 ? "once" : failed.size() + " times", name, why));
        });
    return sentences;
  }

  /** Lambda's error object says in its message what the rest is the trace of. */
  private static String told(String cause) {
    try {
      String message = JSON.readTree(cause).path("errorMessage").asText();
      return message.isEmpty() ? cause : message;
    } catch (JsonProcessingException e) {
      return cause;
    }
  }
}
