package coldbench.deploy.functions;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One entry of the setting {@code functions}, every value of which is looked at. */
final class OwnFunctionEntry {
  private static final List<String> FIELDS =
      List.of(
          "label", "code", "runtime", "handler", "architecture", "event", "expect", "snapStart");

  private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]{0,18}[a-z0-9])?");
  private static final List<String> TAKEN = List.of("java", "python", OwnFunction.JVM);
  private static final Pattern HANDLER = Pattern.compile("[^\\s]{1,128}");

  /** The families of https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html. */
  private static final Pattern RUNTIME =
      Pattern.compile(
          "java[0-9]+(\\.al2)?|nodejs[0-9]+\\.x|python3\\.[0-9]+|ruby[0-9]+\\.[0-9]+|dotnet[0-9]+"
              + "|provided\\.al[0-9]+");

  private static final Pattern SNAPSHOT_RUNTIME =
      Pattern.compile("(?<family>java|python3\\.|dotnet)(?<version>[0-9]{1,4})");

  private final String where;
  private final Path folder;
  private final Architecture architecture;
  private final List<String> problems;

  /**
   * @param where the entry stands, for messages
   * @param folder to which the path of the code is relative
   */
  OwnFunctionEntry(String where, Path folder, Architecture architecture, List<String> problems) {
    this.where = where;
    this.folder = folder;
    this.architecture = architecture;
    this.problems = problems;
  }

  /** The function, if nothing is wrong with it. */
  Optional<OwnFunction> read(JsonNode entry) {
    int before = problems.size();
    if (!entry.isObject()) {
      problem("", entry, "an object with " + String.join(", ", FIELDS) + ", or \"java-jvm\"");
      return Optional.empty();
    }
    refuseUnknown(entry);
    Optional<String> label =
        text(
            entry,
            "label",
            OwnFunctionEntry::label,
            "1 to 20 of a-z, 0-9 and - , first a letter," + " and not " + String.join(", ", TAKEN));
    Optional<String> runtime =
        text(
            entry,
            "runtime",
            matching(RUNTIME),
            "an identifier of Lambda such as java25,"
                + " nodejs22.x, python3.13, ruby3.4, dotnet10 or provided.al2023");
    Optional<String> handler =
        text(
            entry,
            "handler",
            matching(HANDLER),
            "1 to 128 characters without white space, as the"
                + " runtime wants it (bootstrap for provided.…)");
    Optional<Architecture> built =
        entry.has("architecture")
            ? text(entry, "architecture", Architecture::named, "arm64 or x86_64")
            : Optional.of(architecture);
    Optional<Path> code = text(entry, "code", this::path, "the path of a folder or a .zip file");
    code.ifPresent(path -> checkPackage(path, runtime.orElse(""), built));
    checkWorkload(entry);
    boolean snapStart = snapStart(entry, runtime);
    if (problems.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new OwnFunction(
            label.orElseThrow(),
            code.orElseThrow(),
            runtime.orElseThrow(),
            handler.orElseThrow(),
            built.orElseThrow(),
            json(entry, "event"),
            json(entry, "expect"),
            snapStart));
  }

  private void refuseUnknown(JsonNode entry) {
    entry
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                problems.add(
                    "%s.%s is not a field, expected %s: look for a slip"
                        .formatted(where, field, String.join(", ", FIELDS)));
              }
            });
  }

  private void checkPackage(Path code, String runtime, Optional<Architecture> built) {
    PackageCheck.problem(code, runtime, built)
        .ifPresent(wrong -> problems.add("%s.code is \"%s\", %s".formatted(where, code, wrong)));
  }

  private void checkWorkload(JsonNode entry) {
    if (entry.has("event") && entry.get("event").isNull()) {
      problem(".event", entry.get("event"), "any JSON but null");
    }
    if (entry.has("expect") && entry.get("expect").isNull()) {
      problem(".expect", entry.get("expect"), "any JSON but null");
    }
    if (entry.has("event") && !entry.has("expect")) {
      problems.add(
          where
              + ".expect is missing, wanted beside an event is what the answer must contain, such as"
              + " {\"statusCode\": 200}: give it, or {} if every object is right");
    }
  }

  /** Whether snapshots are asked for, which only some runtimes have. */
  private boolean snapStart(JsonNode entry, Optional<String> runtime) {
    JsonNode value = entry.path("snapStart");
    if (!value.isMissingNode() && !value.isBoolean()) {
      problem(".snapStart", value, "true or false");
    } else if (value.asBoolean() && runtime.filter(name -> !hasSnapshots(name)).isPresent()) {
      problems.add(
          "%s.snapStart is true, expected only with java11, python3.12, dotnet8 and newer ones of these, not with %s: leave it out"
              .formatted(where, runtime.get()));
    }
    return value.asBoolean();
  }

  /** The runtimes of https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html. */
  private static boolean hasSnapshots(String runtime) {
    Matcher matcher = SNAPSHOT_RUNTIME.matcher(runtime);
    if (!matcher.matches()) {
      return false;
    }
    int version = Integer.parseInt(matcher.group("version"));
    return switch (matcher.group("family")) {
      case "java" -> version >= 11;
      case "python3." -> version >= 12;
      default -> version >= 8;
    };
  }

  private static Optional<String> json(JsonNode entry, String field) {
    return entry.has(field) ? Optional.of(entry.get(field).toString()) : Optional.empty();
  }

  private <T> Optional<T> text(
      JsonNode entry, String field, Function<String, Optional<T>> parse, String allowed) {
    JsonNode value = entry.path(field);
    Optional<T> parsed = value.isTextual() ? parse.apply(value.textValue()) : Optional.empty();
    if (parsed.isEmpty()) {
      problem("." + field, value, allowed);
    }
    return parsed;
  }

  private void problem(String field, JsonNode value, String allowed) {
    String what =
        value.isMissingNode() ? "missing, expected " : OwnFunctions.shown(value) + ", expected ";
    problems.add("%s%s is %s%s: correct it there".formatted(where, field, what, allowed));
  }

  private static Optional<String> label(String text) {
    return Optional.of(text)
        .filter(LABEL.asMatchPredicate())
        .filter(label -> !TAKEN.contains(label));
  }

  private static Function<String, Optional<String>> matching(Pattern pattern) {
    return text -> Optional.of(text).filter(pattern.asMatchPredicate());
  }

  private Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(folder.resolve(text).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
