package coldbench.deploy;

import coldbench.deploy.functions.BuiltIn;
import coldbench.deploy.functions.Destination;
import coldbench.deploy.functions.Lineup;
import coldbench.deploy.functions.OwnFunction;
import coldbench.deploy.functions.OwnFunctions;
import coldbench.json.Misspelt;
import coldbench.lambda.Architecture;
import coldbench.lambda.Quotas;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a user may choose of a deployment, from the CDK's context (cdk.json or {@code -c
 * key=value}).
 *
 * @param env name of the environment, in the names of all resources: {@code coldbench-<env>}
 * @param architectures of the functions; with both, each that has a package for each stands twice
 * @param memoryMb memory that the functions are deployed with, 128 to 10240 MB
 * @param urlAuth who may call the functions' URLs, or that they have none
 * @param retainResults whether the results bucket outlives the stack
 * @param resultsDays after how many days what a run measured is deleted; empty for never
 * @param schedule when runs are started; empty for by hand only
 * @param scheduleInput the input of those runs, which the machine is still to validate
 * @param lanes how many copies there are of each function, which are measured side by side
 * @param functions the user's own, measured beside ours
 * @param base another checkout of the same sources, whose packages are measured beside these
 */
public record Settings(
    String env,
    List<Architecture> architectures,
    int memoryMb,
    FunctionUrls urlAuth,
    boolean retainResults,
    int lanes,
    Optional<Integer> resultsDays,
    Optional<RunSchedule> schedule,
    Map<String, Object> scheduleInput,
    List<OwnFunction> functions,
    Optional<Path> base) {
  public Settings {
    // In one order, or each synthesis would change the schedule.
    scheduleInput = Collections.unmodifiableMap(new TreeMap<>(scheduleInput));
    architectures = List.copyOf(architectures);
    functions = List.copyOf(functions);
  }

  /** What the CDK's CLI says: the stacks that a command needs packages of, [] if none. */
  private static final String STACKS_TO_PACKAGE = "aws:cdk:bundling-stacks";

  private static final int MOST_LANES = 20;

  private static final List<String> KEYS =
      List.of(
          "env",
          "architecture",
          "memoryMb",
          "urlAuth",
          "retainResults",
          "lanes",
          "resultsDays",
          "schedule",
          "scheduleInput",
          "functions",
          "base");

  private static final int MOST_RESULTS_DAYS = 3650;

  /** The name of the stack, and the beginning of the names of what is in it. */
  String stackName() {
    return "coldbench-" + env;
  }

  /**
   * Reads the settings; a value given on the command line is a string, one of cdk.json may be any.
   *
   * @param project the folder of cdk.json, to which paths are relative
   * @param environment of the process, which tells the region that is deployed to, if it is known:
   *     what that lacks is left away, or refused where it was asked for
   * @throws SettingsException naming every value that cannot be used, with what is allowed
   */
  public static Settings from(
      Map<String, Object> context, Path project, Map<String, String> environment) {
    Reader reader = new Reader(context, Destination.of(environment).region());
    reader.refuseUnknown();
    List<Architecture> architectures =
        reader.read("architecture", "arm64", Settings::architectures, "arm64, x86_64 or both");
    Settings settings =
        new Settings(
            reader.read(
                "env", "dev", Settings::env, "1 to 20 of a-z, 0-9 and - , starting with a letter"),
            architectures,
            reader.read(
                "memoryMb",
                "128",
                Settings::memory,
                "a whole number from " + Quotas.MEMORY_LEAST_MB + " to " + Quotas.MEMORY_MOST_MB),
            reader.urlAuth(),
            reader.read("retainResults", "false", Settings::flag, "true or false"),
            reader.read("lanes", "1", Settings::lanes, "a whole number from 1 to 20"),
            reader.read(
                "resultsDays",
                "forever",
                Settings::days,
                "forever or a whole number from 1 to " + MOST_RESULTS_DAYS),
            reader.read("schedule", "off", RunSchedule::parse, RunSchedule.ALLOWED),
            reader.scheduleInput(),
            reader.functions(project, architectures, environment),
            reader.base(project));
    if (!reader.problems.isEmpty()) {
      // An entry for both processors is read for each.
      throw new SettingsException(reader.problems.stream().distinct().toList());
    }
    return settings;
  }

  /**
   * All functions of the stack, ours first, each before its base.
   *
   * @param project the folder of cdk.json
   * @throws SettingsException if what the base has of them cannot be used
   */
  List<Lineup.Member> lineup(Path project) {
    List<String> problems = new ArrayList<>();
    List<OwnFunction> ours =
        BuiltIn.all(project).stream()
            .filter(BuiltIn::always)
            .flatMap(each -> architectures.stream().map(each::function))
            .toList();
    List<Lineup.Member> members =
        new Lineup(project.toAbsolutePath(), base).of(ours, functions, problems);
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return members;
  }

  /**
   * Holds them against what only this machine can do.
   *
   * @throws SettingsException naming each function that cannot be deployed, and why
   */
  void checkDeployable() {
    List<String> problems = new ArrayList<>();
    for (OwnFunction function : functions) {
      BuiltIn.onlyLocal(function)
          .map(
              why ->
                  "functions has %s, which cannot be deployed: %s. Measure it here (./coldbench local --with java-aot), and leave it out"
                      .formatted(function.label(), why))
          .ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
  }

  private static Optional<List<Architecture>> architectures(String text) {
    return text.equals("both")
        ? Optional.of(List.of(Architecture.ARM64, Architecture.X86_64))
        : Architecture.named(text).map(List::of);
  }

  /** The name of an environment; empty if the text is none. */
  public static Optional<String> env(String text) {
    return Optional.of(text)
        .filter(Pattern.compile("[a-z]([a-z0-9-]{0,18}[a-z0-9])?").asMatchPredicate());
  }

  private static Optional<Integer> memory(String text) {
    return Optional.of(text)
        .filter(Pattern.compile("[0-9]{1,5}").asMatchPredicate())
        .map(Integer::valueOf)
        .filter(
            megabytes -> megabytes >= Quotas.MEMORY_LEAST_MB && megabytes <= Quotas.MEMORY_MOST_MB);
  }

  private static Optional<Optional<Integer>> days(String text) {
    if (text.equals("forever")) {
      return Optional.of(Optional.empty());
    }
    int days = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    return days >= 1 && days <= MOST_RESULTS_DAYS
        ? Optional.of(Optional.of(days))
        : Optional.empty();
  }

  private static Optional<Integer> lanes(String text) {
    return Optional.of(text)
        .filter(Pattern.compile("[1-9][0-9]?").asMatchPredicate())
        .map(Integer::valueOf)
        .filter(lanes -> lanes <= MOST_LANES);
  }

  private static Optional<FunctionUrls> urls(String text) {
    return Stream.of(FunctionUrls.values()).filter(urls -> urls.name().equals(text)).findFirst();
  }

  private static Optional<Boolean> flag(String text) {
    return Stream.of(true, false).filter(value -> value.toString().equals(text)).findFirst();
  }

  /** Collects the problems, so that a user sees all of them at once. */
  private static final class Reader {
    private final Map<String, Object> context;
    private final Optional<String> region;
    private final List<String> problems = new ArrayList<>();

    Reader(Map<String, Object> context, Optional<String> region) {
      this.context = context;
      this.region = region;
    }

    FunctionUrls urlAuth() {
      boolean available = region.map(LambdaRegions::hasFunctionUrls).orElse(true);
      FunctionUrls byDefault = available ? FunctionUrls.AWS_IAM : FunctionUrls.OFF;
      FunctionUrls urls = read("urlAuth", byDefault.name(), Settings::urls, "AWS_IAM, NONE or OFF");
      if (!available && urls != FunctionUrls.OFF) {
        problems.add(
            "urlAuth is \"%s\", expected OFF, since %s has no function URLs: leave it out, or deploy elsewhere"
                .formatted(urls, region.orElseThrow()));
      }
      return urls;
    }

    <T> T read(String key, String byDefault, Function<String, Optional<T>> parse, String allowed) {
      String text = String.valueOf(context.getOrDefault(key, byDefault));
      Optional<T> value = parse.apply(text);
      if (value.isEmpty()) {
        problems.add(
            "%s is \"%s\", expected %s: give -c %s=… or change it in cdk.json"
                .formatted(key, text, allowed, key));
      }
      return value.or(() -> parse.apply(byDefault)).orElseThrow();
    }

    /** An object in cdk.json, or JSON on the command line. */
    Map<String, Object> scheduleInput() {
      Object given = context.getOrDefault("scheduleInput", Map.of());
      try {
        JsonNode json =
            given instanceof String text
                ? JsonMapper.builder().build().readTree(text)
                : JsonMapper.builder().build().valueToTree(given);
        if (json.isObject()) {
          refuseInputWithoutSchedule();
          return JsonMapper.builder().build().convertValue(json, new TypeReference<>() {});
        }
      } catch (JsonProcessingException e) {
        // Said below, as of any other value that is no object.
      }
      problems.add(
          "scheduleInput is %s, expected a JSON object as runs take it, such as {\"rounds\": 20}: give -c scheduleInput=… or change it in cdk.json"
              .formatted(given));
      return Map.of();
    }

    private void refuseInputWithoutSchedule() {
      if (context.containsKey("scheduleInput")
          && context.getOrDefault("schedule", "off").equals("off")) {
        problems.add(
            "scheduleInput is given and schedule is off, expected both or none: give -c schedule=… too, such as rate(1 day)");
      }
    }

    /**
     * Where no package is needed, the functions are not either: stacks can be listed and destroyed
     * when the files are gone.
     */
    List<OwnFunction> functions(
        Path project, List<Architecture> architectures, Map<String, String> environment) {
      List<OwnFunction> functions =
          packaging()
              ? new OwnFunctions(project, architectures, environment, problems)
                  .read(context.getOrDefault("functions", ""))
              : List.of();
      if (!region.map(LambdaRegions::hasSnapStart).orElse(true)) {
        functions.stream()
            .filter(OwnFunction::snapStart)
            .map(
                function ->
                    "functions: snapStart of %s is true, expected false, since %s has no SnapStart: leave it out, or deploy elsewhere"
                        .formatted(function.label(), region.orElseThrow()))
            .forEach(problems::add);
      }
      return functions;
    }

    private boolean packaging() {
      return !List.of().equals(context.get(STACKS_TO_PACKAGE));
    }

    /** Likewise of no use where no package is needed. */
    Optional<Path> base(Path project) {
      if (!packaging() || !context.containsKey("base")) {
        return Optional.empty();
      }
      String text = String.valueOf(context.get("base"));
      Optional<Path> folder = folder(project, text);
      if (folder.isEmpty()) {
        problems.add(
            "base is \"%s\", which is no folder, expected another checkout of the same sources: give its path, or leave -c base=… out"
                .formatted(text));
      }
      return folder;
    }

    private static Optional<Path> folder(Path project, String text) {
      try {
        return Optional.of(project.resolve(text).toAbsolutePath().normalize())
            .filter(path -> !text.isBlank() && Files.isDirectory(path));
      } catch (InvalidPathException e) {
        return Optional.empty();
      }
    }

    void refuseUnknown() {
      context.keySet().stream()
          .filter(key -> !KEYS.contains(key) && !isOfTheCdk(key))
          .sorted()
          .map(
              key ->
                  "%s is not a setting, expected %s%s: check the spelling in -c or cdk.json"
                      .formatted(key, String.join(", ", KEYS), Misspelt.hint(key, KEYS)))
          .forEach(problems::add);
    }

    /**
     * The CDK's own keys: feature flags ({@code @aws-cdk/…}), looked-up values and what the CLI
     * hands over ({@code aws:cdk:…}, {@code availability-zones:…}), and three plain words.
     */
    private static boolean isOfTheCdk(String key) {
      return key.startsWith("@")
          || key.contains(":")
          || List.of("cli-telemetry", "acknowledged-issue-numbers", "notices").contains(key);
    }
  }
}
