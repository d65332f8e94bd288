package coldbench.cli;

import coldbench.analysis.Budget;
import coldbench.analysis.RunLimits;
import coldbench.deploy.functions.BuiltIn;
import coldbench.deploy.functions.Lineup;
import coldbench.results.RunLayout;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options of a run, the same for a local and for a deployed one.
 *
 * <p>They are read as text and checked together, so that every mistake is named at once, with the
 * value that was given and what is allowed, before anything is built or started.
 */
final class RunOptions {
  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "Cold starts per function and memory size, 1 to "
              + RunLimits.ROUNDS_MOST
              + " (default: "
              + RunLimits.ROUNDS_DEFAULT
              + ").")
  Optional<String> rounds = Optional.empty();

  @Option(
      names = "--warm",
      paramLabel = "N",
      description =
          "Warm calls after each cold start, 0 to "
              + RunLimits.WARM_MOST
              + " (default: "
              + RunLimits.WARM_DEFAULT
              + ").")
  Optional<String> warm = Optional.empty();

  @Option(
      names = "--memory",
      paramLabel = "MB,…",
      description =
          "Memory sizes in MB, "
              + RunLimits.MEMORY_LEAST
              + " to "
              + RunLimits.MEMORY_MOST
              + " each (default: "
              + RunLimits.MEMORY_DEFAULT
              + ").")
  Optional<String> memory = Optional.empty();

  @Option(
      names = "--n",
      paramLabel = "N",
      description =
          "Which Fibonacci number the functions compute, 0 to "
              + RunLimits.N_MOST
              + " (default: "
              + RunLimits.N_DEFAULT
              + ").")
  Optional<String> n = Optional.empty();

  @Option(
      names = "--functions",
      paramLabel = "LABEL,…",
      description = "Which functions are measured (default: all).")
  Optional<String> functions = Optional.empty();

  @Option(
      names = "--own",
      description = "Measures only what is not the benchmark's own, java and python left out.")
  boolean own;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed for the order of the blocks, 0 to 2147483647 (default: from the run's name).")
  Optional<String> seed = Optional.empty();

  @Option(
      names = "--until",
      paramLabel = "PERCENT",
      description =
          "Goes on until every ratio, cold and warm, is known to within so many percent, such as 5%%,"
              + " but for --rounds at most (then "
              + RunLimits.ROUNDS_UNTIL_DEFAULT
              + " unless given).")
  Optional<String> until = Optional.empty();

  @Mixin private BudgetOption budget = new BudgetOption();

  private final List<String> problems = new ArrayList<>();

  /**
   * The state machine's input: only what was given, since it has the defaults.
   *
   * @param labels of the functions that there are
   * @throws InvalidOptionsException naming every value that is not allowed
   */
  Map<String, Object> input(Set<String> labels) {
    problems.clear();
    Map<String, Object> input = new TreeMap<>();
    whole("--rounds", rounds, until.isEmpty() ? 1 : RunLimits.FIRST_LOOK, RunLimits.ROUNDS_MOST)
        .ifPresent(value -> input.put("rounds", value));
    until.flatMap(this::percent).ifPresent(value -> input.put("until", value));
    whole("--warm", warm, 0, RunLimits.WARM_MOST).ifPresent(value -> input.put("warm", value));
    whole("--n", n, 0, RunLimits.N_MOST).ifPresent(value -> input.put("n", value));
    whole("--seed", seed, 0, Integer.MAX_VALUE).ifPresent(value -> input.put("seed", value));
    list("--memory", memory)
        .ifPresent(
            sizes -> {
              List<Integer> memoryMb = new ArrayList<>();
              sizes.forEach(
                  size ->
                      whole("--memory", size, RunLimits.MEMORY_LEAST, RunLimits.MEMORY_MOST)
                          .ifPresent(memoryMb::add));
              input.put("memoryMb", memoryMb);
            });
    list("--functions", functions)
        .ifPresent(
            chosen -> {
              chosen.stream()
                  .filter(label -> !labels.contains(label))
                  .forEach(
                      label ->
                          problem("--functions", label, "one of " + String.join(", ", labels)));
              input.put("functions", chosen);
            });
    if (own) {
      chooseOwn(labels, input);
    }
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems);
    }
    return input;
  }

  /**
   * What those functions may take that the run measures.
   *
   * @param input of the run
   * @param labels of the functions that there are
   * @throws InvalidOptionsException naming every limit that is none
   */
  Budget budget(JsonNode input, Set<String> labels) {
    Set<String> chosen = new TreeSet<>();
    input.path("functions").forEach(label -> chosen.add(label.asText()));
    return budget.budget(chosen.isEmpty() ? labels : chosen);
  }

  private void chooseOwn(Set<String> labels, Map<String, Object> input) {
    List<String> chosen =
        labels.stream().filter(label -> !BuiltIn.ours().contains(Lineup.asked(label))).toList();
    if (functions.isPresent()) {
      problems.add("--own is given with --functions, expected one of them");
    } else if (chosen.isEmpty() && !labels.isEmpty()) {
      problems.add(
          "--own leaves no function, expected one that the setting functions adds (locally --with)");
    } else {
      input.put("functions", chosen);
    }
  }

  /**
   * What can be said without knowing which functions there are.
   *
   * @throws InvalidOptionsException naming every value that is not allowed
   */
  void check() {
    input(functions.map(all -> new HashSet<>(List.of(all.split(",", -1)))).orElseGet(HashSet::new));
    budget.budget(Set.of());
  }

  /**
   * The name itself.
   *
   * @throws InvalidOptionsException if a run cannot be called so
   */
  static String validName(String name) {
    if (!RunLayout.NAME.matcher(name).matches()) {
      throw new InvalidOptionsException(
          "--run is \"%s\", expected 1 to 80 letters, digits, - and _, starting with a letter or digit"
              .formatted(name));
    }
    return name;
  }

  private Optional<Integer> whole(String option, Optional<String> given, int low, int high) {
    return given.flatMap(value -> whole(option, value, low, high));
  }

  private Optional<Integer> whole(String option, String value, int low, int high) {
    String allowed = "a whole number from " + low + " to " + high;
    if (!value.matches("[0-9]{1,10}")) {
      return problem(option, value, allowed);
    }
    long number = Long.parseLong(value);
    return number < low || number > high
        ? problem(option, value, allowed)
        : Optional.of((int) number);
  }

  private Optional<BigDecimal> percent(String text) {
    boolean percent = text.matches("[0-9]{1,3}(\\.[0-9]{1,3})?%");
    BigDecimal value = percent ? new BigDecimal(text.replace("%", "")) : BigDecimal.ZERO;
    double number = value.doubleValue();
    return number < RunLimits.UNTIL_LEAST || number > RunLimits.UNTIL_MOST
        ? problem("--until", text, "percent from 0.1% to 100%, such as 5%")
        : Optional.of(value);
  }

  private Optional<List<String>> list(String option, Optional<String> given) {
    return given.map(value -> list(option, value));
  }

  private List<String> list(String option, String value) {
    List<String> items = List.of(value.split(",", -1));
    Set<String> distinct = new LinkedHashSet<>(items);
    // Of nothing between two commas it is said that it is no value.
    if (!distinct.contains("") && distinct.size() < items.size()) {
      problem(option, value, "each value once");
    }
    return List.copyOf(distinct);
  }

  private <T> Optional<T> problem(String option, String value, String allowed) {
    problems.add(option + " is \"" + value + "\", expected " + allowed);
    return Optional.empty();
  }
}
