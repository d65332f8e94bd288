package coldbench.deploy.functions;

import coldbench.deploy.functions.OwnFunction.Built;
import coldbench.deploy.functions.OwnFunction.Source;
import coldbench.lambda.Architecture;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function that needs no entry but its name, or none at all.
 *
 * @param always whether it is measured without being asked for
 * @param environment its own variables
 * @param onlyLocal why it cannot be deployed; none where it can
 * @param description for those who see it in an account
 */
public record BuiltIn(
    String label,
    boolean always,
    Source source,
    String runtime,
    String handler,
    Map<String, String> environment,
    Optional<String> onlyLocal,
    String description) {
  private static final String STREAM_HANDLER = "coldbench.function.StreamFunction::handle";
  private static final String JAVA = "java25";
  private static final Path PYTHON = Path.of("python-fn", "function");

  /**
   * An AOT cache in the package. The JVM ends where it cannot use it, so that no other start is
   * taken for one from a cache. What Lambda's client loads by a class loader of its own would not
   * be in it, so the JVM itself loads the function's classes.
   *
   * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
   */
  private static final Map<String, String> AOT =
      Map.of(
          "JAVA_TOOL_OPTIONS",
          "-XX:AOTCache=function.aot -XX:AOTMode=on"
              + " -Xbootclasspath/a:lib/coldbench-function.jar:lib/coldbench-runtime.jar");

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html#aot-cds-caches">
   *     Ahead-of-Time (AOT) and CDS caches</a>
   */
  private static final String AOT_ONLY_LOCAL =
      "an AOT cache works only with the very build of the JVM that made it; nobody but AWS has that of a managed runtime, and Lambda replaces it with each update; AWS advises against caches there (docs/own-functions.md)";

  private BuiltIn(
      String label,
      boolean always,
      Source source,
      String runtime,
      String handler,
      String description) {
    this(label, always, source, runtime, handler, Map.of(), Optional.empty(), description);
  }

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
            new Source.Given(project.resolve(PYTHON)),
            "python3.13",
            "app.handler",
            "Python 3.13"),
        new BuiltIn(
            "java-jvm",
            false,
            Built.JVM,
            JAVA,
            STREAM_HANDLER,
            "The native function's classes on a JVM"),
        new BuiltIn(
            "java-aot",
            false,
            Built.JVM_AOT,
            JAVA,
            STREAM_HANDLER,
            AOT,
            Optional.of(AOT_ONLY_LOCAL),
            "The native function's classes on a JVM with an AOT cache"),
        new BuiltIn(
            "bare",
            false,
            Built.BARE,
            "provided.al2023",
            "bootstrap",
            "The least that a static program can do, in C"));
  }

  /**
   * Whether a function tells what it runs on where it is asked: whatever it is called, one whose
   * code is ours.
   */
  public static boolean tells(OwnFunction function) {
    return function.source() instanceof Built
        || (function.source() instanceof Source.Given given && given.path().endsWith(PYTHON));
  }

  /** The labels of those that stand in every stack. */
  public static Set<String> ours() {
    return all(Path.of("")).stream()
        .filter(BuiltIn::always)
        .map(BuiltIn::label)
        .collect(Collectors.toSet());
  }

  /** The labels that no entry may have. */
  public static List<String> labels() {
    return all(Path.of("")).stream().map(BuiltIn::label).toList();
  }

  /** The labels that can be asked for. */
  public static List<String> optional() {
    return all(Path.of("")).stream().filter(each -> !each.always).map(BuiltIn::label).toList();
  }

  /** Why a function, or what it is like, cannot be deployed; empty if it can. */
  public static Optional<String> onlyLocal(OwnFunction function) {
    return all(Path.of("")).stream()
        .filter(
            each ->
                each.label.equals(function.label())
                    || function.like().filter(each.label::equals).isPresent())
        .flatMap(each -> each.onlyLocal.stream())
        .findFirst();
  }

  /** For those who see a function in an account. */
  static String describe(OwnFunction function) {
    return all(Path.of("")).stream()
        .filter(each -> each.label.equals(function.label()))
        .map(BuiltIn::description)
        .findFirst()
        .orElse("Given by the settings");
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
        Optional.empty(),
        false,
        FunctionSettings.DEFAULTS.withEnvironment(environment));
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
    if (!environment.isEmpty()) {
      ObjectNode variables = entry.putObject("environment");
      environment.forEach(variables::put);
    }
    return entry;
  }
}
