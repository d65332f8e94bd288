package coldbench.deploy.functions;

import coldbench.json.InvalidJsonException;
import coldbench.json.JsonFiles;
import coldbench.json.JsonObject;
import coldbench.lambda.Architecture;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first entry of a project's {@code coldbench.json}, which is its executable.
 *
 * @param folder of the project
 * @param label what the function is called
 */
public record ProjectEntry(Path folder, String label) {
  static final String FILE = "coldbench.json";

  /**
   * Reads its label and nothing else, so that a function can be called and destroyed whatever the
   * rest of its entry lacks.
   *
   * @param problems takes what is wrong, a line each
   */
  public static Optional<ProjectEntry> read(Path folder, List<String> problems) {
    return reading(
        folder,
        problems,
        () -> {
          JsonNode label = first(JsonFiles.read(folder.resolve(FILE))).path("label");
          Optional<ProjectEntry> entry =
              Optional.ofNullable(label.textValue())
                  .flatMap(OwnFunctionEntry::label)
                  .map(name -> new ProjectEntry(folder, name));
          if (entry.isEmpty()) {
            problems.add(
                "functions[0].label in %s is %s, expected %s: correct it there"
                    .formatted(
                        folder.resolve(FILE),
                        label.isMissingNode() ? "missing" : JsonObject.shown(label),
                        OwnFunctionEntry.LABEL_EXPECTED));
          }
          return entry;
        });
  }

  /**
   * The event that it is measured with, as JSON; none where the entry has none of its own.
   *
   * @param problems takes what is wrong with it, a line each
   */
  public Optional<String> event(List<String> problems) {
    return reading(
        folder,
        problems,
        () -> new OwnFunctions(folder, List.of(), Map.of(), problems).eventOfProject(folder));
  }

  /**
   * All of it, as something to run or to deploy.
   *
   * @param environment of the process, for variables {@code ${NAME}}
   * @param problems takes what is wrong, a line each
   */
  public Optional<OwnFunction> function(
      Architecture architecture, Map<String, String> environment, List<String> problems) {
    List<String> wrong = new ArrayList<>();
    Optional<OwnFunction> function =
        reading(
            folder,
            wrong,
            () ->
                new OwnFunctions(folder, List.of(architecture), environment, wrong)
                    .ofProject(folder)
                    .filter(found -> isExecutable(found, wrong)));
    problems.addAll(wrong);
    return function.filter(found -> wrong.isEmpty());
  }

  private boolean isExecutable(OwnFunction found, List<String> problems) {
    boolean executable = found.runtime().startsWith("provided");
    if (!executable) {
      problems.add(
          "functions[0].runtime in %s is \"%s\", expected provided.al2023, since the first entry is the one that runs and is deployed: put the executable's first"
              .formatted(folder.resolve(FILE), found.runtime()));
    }
    return executable;
  }

  static JsonNode first(JsonNode file) {
    return file.isObject() ? file : file.path(0);
  }

  private interface Reading<T> {
    Optional<T> read() throws IOException;
  }

  private static <T> Optional<T> reading(Path folder, List<String> problems, Reading<T> reading) {
    Path file = folder.resolve(FILE);
    try {
      return reading.read();
    } catch (InvalidJsonException e) {
      problems.add("%s %s: correct the file".formatted(file, e.getMessage()));
    } catch (IOException e) {
      problems.add("%s cannot be read (%s)".formatted(file, e));
    }
    return Optional.empty();
  }
}
