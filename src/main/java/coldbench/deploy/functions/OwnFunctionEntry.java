package coldbench.deploy.functions;

import coldbench.deploy.functions.OwnFunction.Source;
import coldbench.lambda.Architecture;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One entry of the setting {@code functions}, every value of which is looked at. */
final class OwnFunctionEntry {
  private static final String CODE = "code";
  private static final String SCENARIO = "scenario";

  private static final List<String> FIELDS =
      Stream.concat(
              Stream.of(
                  "label",
                  Likeness.FIELD,
                  CODE,
                  "runtime",
                  "handler",
                  "architecture",
                  EntryEvent.FIELD,
                  EntryEvent.FILE,
                  SCENARIO,
                  "expect",
                  "snapStart"),
              EntrySettings.FIELDS.stream())
          .toList();

  static final String LABEL_EXPECTED =
      "1 to 20 of a-z, 0-9 and - , starting with a letter, and not "
          + String.join(", ", BuiltIn.labels());

  private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]{0,18}[a-z0-9])?");
  private static final Pattern HANDLER = Pattern.compile("[^\\s]{1,128}");

  /** No text that the machine would take for an expression. */
  private static final Pattern NAME_OF_WORK =
      Pattern.compile("(?=.{1,40}$)[\\p{L}\\p{N}]+([ ,.'+/-]+[\\p{L}\\p{N}]+)*");

  /** The families of https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html. */
  private static final Pattern RUNTIME =
      Pattern.compile(
          "java[0-9]+(\\.al2)?|nodejs[0-9]+\\.x|python3\\.[0-9]+|ruby[0-9]+\\.[0-9]+|dotnet[0-9]+"
              + "|provided\\.al[0-9]+");

  /**
   * The machine's expression takes levels of evaluation for each object in another, and Step
   * Functions ends one of about a hundred: twice as deep an expectation would still be judged.
   */
  static final int EXPECT_DEPTH = 12;

  private static final Pattern SNAPSHOT_RUNTIME =
      Pattern.compile("(?<family>java|python3\\.|dotnet)(?<version>[0-9]{1,4})");

  private final EntryFields fields;
  private final Architecture architecture;
  private final EntrySettings settings;

  /**
   * @param architecture of an entry that names none
   */
  OwnFunctionEntry(EntryFields fields, Architecture architecture, EntrySettings settings) {
    this.fields = fields;
    this.architecture = architecture;
    this.settings = settings;
  }

  /** The function, if nothing is wrong with it. */
  Optional<OwnFunction> read() {
    int before = fields.problems().size();
    if (!fields.json().isObject()) {
      fields.problem(
          "",
          fields.json(),
          "an object with "
              + String.join(", ", FIELDS)
              + ", or one of "
              + String.join(", ", BuiltIn.optional()));
      return Optional.empty();
    }
    fields.refuseUnknown(FIELDS);
    Optional<String> label = fields.text("label", OwnFunctionEntry::label, LABEL_EXPECTED);
    Optional<String> runtime =
        fields.text(
            "runtime",
            matching(RUNTIME),
            "an identifier of Lambda such as java25,"
                + " nodejs22.x, python3.13, ruby3.4, dotnet10 or provided.al2023");
    Optional<String> handler =
        fields.text(
            "handler",
            matching(HANDLER),
            "1 to 128 characters without white space, as the"
                + " runtime wants it (bootstrap for provided.…)");
    Optional<Architecture> built =
        fields.has("architecture")
            ? fields.text("architecture", Architecture::named, "arm64 or x86_64")
            : Optional.of(architecture);
    Optional<Source> source = source(runtime.orElse(""), built);
    Optional<String> event = EntryEvent.read(fields);
    Optional<String> scenario =
        fields.has(SCENARIO)
            ? fields.text(
                SCENARIO,
                matching(NAME_OF_WORK),
                "1 to 40 letters, digits, spaces and , . ' + / - , such as calling a service")
            : Optional.empty();
    checkWorkload();
    boolean snapStart = snapStart(runtime);
    FunctionSettings configuration = settings.read(fields, runtime.orElse(""));
    if (fields.problems().size() == before) {
      checkSize(source.orElseThrow(), configuration);
    }
    if (fields.problems().size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new OwnFunction(
            label.orElseThrow(),
            Optional.ofNullable(fields.value(Likeness.FIELD).textValue()),
            source.orElseThrow(),
            runtime.orElseThrow(),
            handler.orElseThrow(),
            built.orElseThrow(),
            event,
            scenario,
            fields.anything("expect"),
            snapStart,
            configuration));
  }

  private Optional<Source> source(String runtime, Optional<Architecture> built) {
    if (fields.value(CODE) instanceof POJONode made && made.getPojo() instanceof Source ours) {
      return Optional.of(ours);
    }
    String name = built.map(Architecture::lambdaName).orElse("");
    boolean byProcessor = fields.value(CODE).isObject();
    if (byProcessor) {
      fields
          .inside(CODE)
          .refuseUnknown(Stream.of(Architecture.values()).map(Architecture::lambdaName).toList());
    }
    Optional<Path> code =
        (byProcessor ? fields.inside(CODE) : fields)
            .text(
                byProcessor ? name : CODE,
                text -> fields.path(text.replace(EntryArchitectures.PLACEHOLDER, name)),
                "the path of a folder or a .zip or .jar file"
                    + (byProcessor ? "" : ", or paths by processor"));
    code.flatMap(path -> PackageCheck.problem(path, runtime, built))
        .ifPresent(
            wrong ->
                fields.add(
                    "%s.code is \"%s\", %s".formatted(fields.where(), code.orElseThrow(), wrong)));
    return code.map(Source.Given::new);
  }

  private void checkSize(Source source, FunctionSettings configuration) {
    if (source instanceof Source.Given given) {
      List<Path> parts = new ArrayList<>(List.of(given.path()));
      for (FunctionSettings.Layer layer : configuration.layers()) {
        if (layer instanceof FunctionSettings.Layer.Local local) {
          parts.add(local.path());
        }
      }
      PackageCheck.ofSize(parts)
          .ifPresent(
              wrong ->
                  fields.add(
                      "%s.code is \"%s\", %s".formatted(fields.where(), given.path(), wrong)));
    }
  }

  private void checkWorkload() {
    fields.anything("expect");
    if (EntryEvent.isIn(fields) && !fields.has("expect")) {
      fields.add(
          ("%s.expect is missing, expected what the answer to the event must contain, such as"
                  + " {\"statusCode\": 200}: give it, or {} if any object is right")
              .formatted(fields.where()));
    }
    int depth = depth(fields.value("expect"));
    if (depth > EXPECT_DEPTH) {
      fields.add(
          "%s.expect is %d objects deep, expected at most %d, since Step Functions' expressions end there: expect less of the inner objects"
              .formatted(fields.where(), depth, EXPECT_DEPTH));
    }
  }

  /** How many objects are in each other. What else there is is compared as a whole. */
  private static int depth(JsonNode value) {
    int deepest = 0;
    if (value.isObject()) {
      for (JsonNode each : value) {
        deepest = Math.max(deepest, depth(each));
      }
      deepest++;
    }
    return deepest;
  }

  /** Whether snapshots are asked for, which only some runtimes have. */
  private boolean snapStart(Optional<String> runtime) {
    boolean snapStart = fields.flag("snapStart");
    if (snapStart && runtime.filter(name -> !hasSnapshots(name)).isPresent()) {
      fields.add(
          "%s.snapStart is true, expected only with java11, python3.12, dotnet8 and newer ones of these, not with %s: leave it out"
              .formatted(fields.where(), runtime.get()));
    }
    return snapStart;
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

  static Optional<String> label(String text) {
    return Optional.of(text)
        .filter(LABEL.asMatchPredicate())
        .filter(label -> !BuiltIn.labels().contains(label));
  }

  private static Function<String, Optional<String>> matching(Pattern pattern) {
    return text -> Optional.of(text).filter(pattern.asMatchPredicate());
  }
}
