package coldbench.local;

import coldbench.results.RunLayout;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which trials of a run failed, and why: whether it is of any use to go on. */
public final class FailedTrials implements RunListener {
  /** After so many failures of the same name of every function nothing else is to be expected. */
  private static final int ENOUGH = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Runnable hopeless;
  private final Map<String, Optional<JsonNode>> expected = new TreeMap<>();
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
      body.path("functions")
          .forEach(each -> expected.put(each.path("label").asText(), parsed(each.path("expect"))));
    } else if (RunLayout.isTrial(key)) {
      if (body.path("status").asText().equals("complete")) {
        oneComplete = true;
      } else {
        errors
            .computeIfAbsent(body.path("function").asText(), label -> new ArrayList<>())
            .add(body.path("error"));
      }
      if (!oneComplete && !stopped && expected.keySet().stream().allMatch(this::keepsFailing)) {
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
          String cause = first.path("cause").asText();
          String why = name.equals("WrongAnswer") ? difference(label, cause) : told(cause);
          sentences.add(
              "%s failed %s: %s: %s"
                  .formatted(
                      label, failed.size() == 1 ? "once" : failed.size() + " times", name, why));
        });
    return sentences;
  }

  /** Lambda's error object says in its message what the rest is the trace of. */
  private static String told(String cause) {
    String message =
        parsed(JSON.getNodeFactory().textNode(cause))
            .map(error -> error.path("errorMessage").asText())
            .orElse("");
    return message.isEmpty() ? cause : message;
  }

  private String difference(String label, String answer) {
    Optional<JsonNode> wanted = expected.getOrDefault(label, Optional.empty());
    Optional<JsonNode> came = parsed(JSON.getNodeFactory().textNode(answer));
    return wanted.isPresent() && came.isPresent()
        ? difference("the answer", wanted.get(), came.get()).orElse("the answer is " + answer)
        : "the answer is " + answer;
  }

  /** The first field that is not as expected. Fields that nothing is expected of may be there. */
  private static Optional<String> difference(String path, JsonNode wanted, JsonNode came) {
    if (!wanted.isObject() || !came.isObject()) {
      return wanted.equals(came)
          ? Optional.empty()
          : Optional.of(
              "%s is %s, expected %s"
                  .formatted(path, came.isMissingNode() ? "missing" : came, wanted));
    }
    String head = path.equals("the answer") ? "" : path + ".";
    return wanted.properties().stream()
        .flatMap(
            field ->
                difference(head + field.getKey(), field.getValue(), came.path(field.getKey()))
                    .stream())
        .findFirst();
  }

  /** What a text holds as JSON, if it does. */
  private static Optional<JsonNode> parsed(JsonNode text) {
    if (!text.isTextual()) {
      return text.isMissingNode() || text.isNull() ? Optional.empty() : Optional.of(text);
    }
    try {
      return Optional.of(JSON.readTree(text.textValue())).filter(json -> !json.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
