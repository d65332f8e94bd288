package coldbench.cli;

import coldbench.analysis.Budget;
import coldbench.analysis.Budget.Item;
import coldbench.analysis.Budget.Limit;
import coldbench.analysis.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What functions may take. */
final class BudgetOption {
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?:(?<function>[a-z][a-z0-9-]*):)?(?<item>[a-z]+)=(?<amount>[0-9]{1,6}(?:\\.[0-9]{1,6})?)(?<unit>ms|s|MB)");

  @Option(
      names = "--budget",
      paramLabel = "LIMIT,...",
      description =
          "Ends with exit code 1 if a limit is shown to be exceeded: cold, init, first or warm in ms"
              + " or s, memory in MB, such as cold=50ms,warm=5ms,memory=64MB, for all functions or"
              + " for one, such as java:cold=5ms. What the intervals leave open is undecided, and"
              + " fails nothing.")
  private Optional<String> text = Optional.empty();

  /**
   * The budget.
   *
   * @param labels of the functions that it may name; empty where they are not known yet
   * @throws InvalidOptionsException naming every limit that is none
   */
  Budget budget(Set<String> labels) {
    List<Limit> limits = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (String each : text.map(all -> all.split(",", -1)).orElse(new String[0])) {
      Optional<Limit> limit = limit(each.strip());
      if (limit.isEmpty()) {
        problems.add(
            "--budget has \"%s\", expected cold, init, first or warm with ms or s, or memory with MB, above 0, such as cold=50ms or java:memory=64MB"
                .formatted(each));
        continue;
      }
      limit
          .get()
          .function()
          .filter(label -> !labels.isEmpty() && !labels.contains(label))
          .ifPresent(
              label ->
                  problems.add(
                      "--budget has a limit for %s, expected one of %s"
                          .formatted(label, String.join(", ", new TreeSet<>(labels)))));
      String what = limit.get().function().orElse("") + ":" + limit.get().item();
      if (seen.contains(what)) {
        problems.add(
            "--budget has \"%s\" as a second limit of its kind, expected one".formatted(each));
      }
      seen.add(what);
      limits.add(limit.get());
    }
    if (!problems.isEmpty()) {
      throw new InvalidOptionsException(problems);
    }
    return new Budget(limits);
  }

  private static Optional<Limit> limit(String each) {
    Matcher limit = LIMIT.matcher(each);
    if (!limit.matches()) {
      return Optional.empty();
    }
    boolean memory = limit.group("unit").equals("MB");
    double most =
        Double.parseDouble(limit.group("amount")) * (limit.group("unit").equals("s") ? 1000 : 1);
    return Stream.of(Item.values())
        .filter(item -> item.writtenAs().equals(limit.group("item")))
        .filter(item -> (item.unit() == Figure.Unit.MB) == memory)
        .filter(item -> most > 0)
        .map(item -> new Limit(Optional.ofNullable(limit.group("function")), item, most))
        .findFirst();
  }
}
