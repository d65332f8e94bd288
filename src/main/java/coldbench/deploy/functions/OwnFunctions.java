package coldbench.deploy.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.json.InvalidJsonException;
import coldbench.json.JsonFiles;
import coldbench.json.JsonObject;
import coldbench.lambda.Architecture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads the setting {@code functions}: names of what is built in and files, with commas between
 * them, or in cdk.json also the list that such a file holds.
 */
public final class OwnFunctions {
  private static final String EXPECTED =
      String.join(", ", BuiltIn.optional())
          + ", the path of a JSON file with a list of functions (see docs/own-functions.md), or"
          + " several of these with commas between them";

  private static final int MOST = 20;

  /** All events and expectations travel in variables of the state machine, 256 KiB each at most. */
  private static final int MOST_BYTES = 65_536;

  private final Path project;
  private final List<Architecture> architectures;
  private final EntrySettings settings;
  private final List<String> problems;

  /**
   * Reads for one deployment.
   *
   * @param project the folder of cdk.json, to which paths in the settings are relative
   * @param architectures of a function that names none: with several, one that has a package for
   *     each is read for each, by the same label
   * @param environment of the process: where variables {@code ${NAME}} come from, and what the cdk
   *     CLI says of the account
   * @param problems takes what is wrong, a line each
   */
  public OwnFunctions(
      Path project,
      List<Architecture> architectures,
      Map<String, String> environment,
      List<String> problems) {
    this.project = project;
    this.architectures = List.copyOf(architectures);
    Destination destination = Destination.of(environment);
    this.settings =
        new EntrySettings(
            new Variables(environment),
            new EntryAccess(destination.account()),
            new EntryLayers(destination.region()));
    this.problems = problems;
  }

  /** What can be read of the setting's value. */
  public List<OwnFunction> read(Object setting) {
    List<OwnFunction> all = new ArrayList<>();
    if (setting instanceof List<?> list) {
      all.addAll(entries("cdk.json", project, JsonFiles.of(list), MOST));
    } else {
      String text = String.valueOf(setting);
      for (String each : text.isEmpty() ? new String[0] : text.split(",", -1)) {
        List<OwnFunction> builtIn = BuiltIn.named(each, project).flatMap(this::forEach).toList();
        all.addAll(builtIn.isEmpty() ? ofFile(each) : builtIn);
      }
    }
    refuseTwice(all);
    refuseOtherWork(all);
    refuseTooMuch(all);
    return all;
  }

  /**
   * The first entry of a project's {@code coldbench.json}, with what the project's build makes in
   * place of its code.
   *
   * @throws IOException if the file is not JSON
   */
  Optional<OwnFunction> ofProject(Path folder) throws IOException {
    Path file = folder.resolve(ProjectEntry.FILE);
    JsonNode list = JsonFiles.read(file);
    if (ProjectEntry.first(list) instanceof ObjectNode entry) {
      entry.putPOJO("code", new OwnFunction.Source.Project(folder));
    }
    return entries(file.toString(), folder, list, 1).stream().findFirst();
  }

  /**
   * The event of that entry, if it has one of its own; the rest of it is not looked at.
   *
   * @throws IOException if the file is not JSON
   */
  Optional<String> eventOfProject(Path folder) throws IOException {
    Path file = folder.resolve(ProjectEntry.FILE);
    JsonNode list = listOf(JsonFiles.read(file));
    Likeness likeness = likeness(list, file.toString());
    return EntryEvent.read(entry(likeness, file.toString(), folder, list, 0));
  }

  private List<OwnFunction> ofFile(String text) {
    try {
      Path file = project.resolve(text).toAbsolutePath().normalize();
      if (!Files.isRegularFile(file)) {
        problems.add(
            "functions is \"%s\", which does not exist%s, expected %s: %s"
                .formatted(
                    text,
                    file.toString().equals(text) ? "" : " (" + file + ")",
                    EXPECTED,
                    remedy(file)));
        return List.of();
      }
      Path folder = file.getParent();
      return entries(text, folder == null ? project : folder, JsonFiles.read(file), MOST);
    } catch (InvalidJsonException e) {
      problems.add(
          "functions is \"%s\", which %s: correct the file".formatted(text, e.getMessage()));
    } catch (IOException | InvalidPathException e) {
      problems.add(
          "functions is \"%s\", which cannot be read (%s), expected %s"
              .formatted(text, e.getMessage(), EXPECTED));
    }
    return List.of();
  }

  /** A list of what is built on this machine is written by the build that stands beside it. */
  private static String remedy(Path file) {
    Path build = file.resolveSibling("build");
    return Files.isRegularFile(build) && Files.isExecutable(build)
        ? "run %s, which makes what is built here".formatted(build)
        : "give another by -c functions=… (locally --with), or change it in cdk.json";
  }

  private Stream<OwnFunction> forEach(BuiltIn found) {
    return architectures.stream().map(found::function);
  }

  /**
   * A list, or one entry by itself.
   *
   * @param most how many of them are looked at
   */
  private List<OwnFunction> entries(String origin, Path folder, JsonNode json, int most) {
    JsonNode list = listOf(json);
    if (!list.isArray() || list.size() > MOST) {
      problems.add(
          "functions in %s is %s, expected a list of at most %d functions: correct it there"
              .formatted(origin, JsonObject.shown(list), MOST));
      return List.of();
    }
    Likeness likeness = likeness(list, origin);
    List<OwnFunction> all = new ArrayList<>();
    for (int i = 0; i < Math.min(list.size(), most); i++) {
      List<OwnFunction> named =
          BuiltIn.named(list.get(i).asText(), project).flatMap(this::forEach).toList();
      EntryFields fields = entry(likeness, origin, folder, list, i);
      all.addAll(
          named.isEmpty()
              ? EntryArchitectures.of(fields.json(), architectures).stream()
                  .flatMap(each -> new OwnFunctionEntry(fields, each, settings).read().stream())
                  .toList()
              : named);
    }
    return all;
  }

  private static JsonNode listOf(JsonNode json) {
    return json.isObject() ? JsonNodeFactory.instance.arrayNode().add(json) : json;
  }

  private Likeness likeness(JsonNode list, String origin) {
    Map<String, ObjectNode> builtIn = new LinkedHashMap<>();
    BuiltIn.all(project).forEach(each -> builtIn.put(each.label(), each.entry()));
    return new Likeness(builtIn, list, origin, problems);
  }

  /** One of a list, completed by what it is like. */
  private EntryFields entry(
      Likeness likeness, String origin, Path folder, JsonNode list, int index) {
    return new EntryFields(
        "functions[" + index + "] in " + origin,
        likeness.complete(list.path(index)),
        folder,
        problems);
  }

  /** The construct's id has no dashes, so that labels must differ without them, too. */
  private void refuseTwice(List<OwnFunction> all) {
    Map<String, String> seen = new HashMap<>();
    Set<String> twice = new TreeSet<>();
    for (int i = 0; i < all.size(); i++) {
      OwnFunction function = all.get(i);
      if (i > 0 && isTwin(all.get(i - 1), function)) {
        continue;
      }
      String other = seen.put(function.label().replace("-", ""), function.label());
      if (other != null) {
        twice.add(other.equals(function.label()) ? other : other + " and " + function.label());
      }
    }
    for (String label : twice) {
      problems.add(
          "functions has the label %s twice, expected each once, dashes not counted: rename one"
              .formatted(label));
    }
  }

  /** A scenario is one kind of work, so that its functions can be set against each other. */
  private void refuseOtherWork(List<OwnFunction> all) {
    Map<String, OwnFunction> firsts = new HashMap<>();
    for (OwnFunction function : all) {
      function
          .scenario()
          .map(name -> firsts.merge(name, function, (first, other) -> first))
          .filter(first -> !first.event().equals(function.event()))
          .ifPresent(
              first ->
                  problems.add(
                      "functions has the scenario \"%s\" with two events, of %s and of %s, expected one: give them the same event, or scenarios of their own"
                          .formatted(
                              function.scenario().orElseThrow(), first.label(), function.label())));
    }
  }

  /** One entry, read for the first and for the second of two processors. */
  private boolean isTwin(OwnFunction one, OwnFunction two) {
    return architectures.size() > 1
        && one.label().equals(two.label())
        && one.architecture() == architectures.get(0)
        && two.architecture() == architectures.get(1);
  }

  private void refuseTooMuch(List<OwnFunction> all) {
    if (all.size() > MOST) {
      problems.add(
          "functions are %d, expected at most %d: leave some out".formatted(all.size(), MOST));
    }
    int bytes =
        all.stream()
            .flatMap(each -> Stream.of(each.event(), each.expect(), each.settings().before()))
            .flatMap(Optional::stream)
            .mapToInt(OwnFunctions::bytesInState)
            .sum();
    if (bytes > MOST_BYTES) {
      problems.add(
          "functions has events and expectations of %d bytes together, expected at most %d: make them shorter"
              .formatted(bytes, MOST_BYTES));
    }
  }

  /**
   * A label for a function that has a name or an ARN, for example {@code orders-api} of {@code
   * arn:…:function:Orders_API:live} or {@code 123456789012:function:Orders_API}; it may be in use.
   */
  public static String labelOf(String function) {
    String name = function.replaceFirst("^.*:function:", "").replaceFirst(":.*$", "");
    String label =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^[^a-z]+", "");
    return label.substring(0, Math.min(20, label.length())).replaceAll("-$", "");
  }

  /** What is wrong with a label; empty if nothing is. */
  public static Optional<String> checkLabel(String label) {
    return OwnFunctionEntry.label(label).isPresent()
        ? Optional.empty()
        : Optional.of(
            "the label is \"%s\", expected %s".formatted(label, OwnFunctionEntry.LABEL_EXPECTED));
  }

  /** As text in JSON, where every quotation mark takes two. */
  private static int bytesInState(String text) {
    return TextNode.valueOf(text).toString().getBytes(UTF_8).length;
  }
}
