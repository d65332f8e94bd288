package coldbench.local;

import com.fasterxml.jackson.databind.JsonNode;

/** Hears of every object that a run has put into its bucket, at once: progress is made of it. */
public interface RunListener {
  void stored(String key, JsonNode body);
}
