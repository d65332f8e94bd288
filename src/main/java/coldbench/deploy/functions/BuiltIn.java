package coldbench.deploy.functions;

import coldbench.deploy.functions.OwnFunction.Built;
import coldbench.deploy.functions.OwnFunction.Source;
import coldbench.lambda.Architecture;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A function that needs no entry but its name, or none at all.
 *
 * @param always whether it is measured without being asked for
 * @param description for those who see it in an account
 */
public record BuiltIn(
    String label,
    boolean always,
    Source source,
    String runtime,
    String handler,
    String description) {

  /**
   * All there are, ours first.
   *
   * @param project the folder of cdk.json
   */
  public static List<BuiltIn> all(Path project) {
    return List.of(
        new BuiltIn(
            "java",
            true,
            Built.NATIVE,
            "provided.al2023",
            "bootstrap",
            "Native Java: TeaVM to C to a static binary"),
        new BuiltIn(
            "python",
            true,
            new Source.Given(project.resolve("python-fn/function")),
            "python3.13",
            "app.handler",
            "Python 3.13"),
        new BuiltIn(
            "java-jvm",
            false,
            Built.JVM,
            "java25",
            "coldbench.function.StreamFunction::handle",
            "The native function's classes on a JVM"));
  }

  /** The labels that no entry may have. */
  static List<String> labels() {
    return all(Path.of("")).stream().map(BuiltIn::label).toList();
  }

  /** The labels that can be asked for. */
  public static List<String> optional() {
    return all(Path.of("")).stream().filter(each -> !each.always).map(BuiltIn::label).toList();
  }

  /** The one of a name that can be asked for. */
  static Stream<BuiltIn> named(String label, Path project) {
    return all(project).stream().filter(each -> !each.always && each.label.equals(label));
  }

  /** For one processor architecture. */
  public OwnFunction function(Architecture architecture) {
    return new OwnFunction(
        label,
        Optional.empty(),
        source,
        runtime,
        handler,
        architecture,
        Optional.empty(),
        Optional.empty(),
        false,
        FunctionSettings.DEFAULTS);
  }

  /** As an entry, which others can be like. What is built stands there as no text can. */
  ObjectNode entry() {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry.put("label", label).put("runtime", runtime).put("handler", handler);
    if (source instanceof Source.Given code) {
      entry.put("code", code.path().toAbsolutePath().toString());
    } else {
      entry.putPOJO("code", source);
    }
    return entry;
  }
}
