package coldbench.local;

import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Run;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LambdaException;
import coldbench.emulator.LocalLambda;
import coldbench.json.JsonFiles;
import coldbench.results.RunLayout;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A local run that lacks trials, and may be taken up where nothing has changed since. */
public record InterruptedRun(Run run, Path folder) {
  /** A number that was read may be of another Java type than one that is written. */
  private static final Comparator<JsonNode> AS_WRITTEN = Comparator.comparing(JsonNode::toString);

  /** The state machine's input that it was started with. */
  public JsonNode input() throws IOException {
    return JsonFiles.read(folder.resolve(RunLayout.MANIFEST)).path("input");
  }

  /**
   * What is another now, a sentence each: samples of another machine or of other code must not get
   * into the same run.
   *
   * @param functions by label
   */
  public List<String> changes(
      PlaceWriter place, Map<String, FunctionSpec> functions, LocalLambda lambda)
      throws IOException, LambdaException {
    List<String> changed = new ArrayList<>();
    JsonNode before = JsonFiles.read(folder.resolve(RunLayout.PLACE));
    JsonNode now = place.toJson(run.name(), functions);
    TreeSet<String> fields = new TreeSet<>();
    before.fieldNames().forEachRemaining(fields::add);
    now.fieldNames().forEachRemaining(fields::add);
    // The same package may be built again: how long that took says nothing of the samples.
    fields.remove("buildSeconds");
    for (String field : fields) {
      if (!before.path(field).equals(AS_WRITTEN, now.path(field))) {
        changed.add("%s was %s and is %s".formatted(field, before.path(field), now.path(field)));
      }
    }
    for (FunctionDescription described : run.functions()) {
      FunctionSpec function = functions.get(described.label());
      if (function == null
          || !lambda.getFunction(function.name()).codeSha256().equals(described.codeSha256())) {
        changed.add("the package of " + described.label() + " has changed");
      }
    }
    return changed;
  }
}
