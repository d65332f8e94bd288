package coldbench.cli;

import coldbench.analysis.Place;
import coldbench.analysis.Planned;
import coldbench.analysis.Power;
import coldbench.analysis.Prices;
import coldbench.analysis.Run;
import coldbench.analysis.RunEstimate;
import coldbench.analysis.RunLimits;
import coldbench.analysis.RunShape;
import coldbench.aws.RunPlan;
import coldbench.json.JsonFiles;
import coldbench.report.Counted;
import coldbench.report.Paragraphs;
import coldbench.report.Style;
import coldbench.results.UnreadableResultsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code coldbench plan}: how many rounds it takes to show a ratio, before they are measured. */
@Command(
    name = "plan",
    description =
        "Says how many rounds it takes to show a ratio in four of five runs, with their time and price, or what a number of rounds will show.",
    mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--detect",
      paramLabel = "RATIO",
      description = "The ratio to be shown, above 1 (default: 1.1, unless --rounds is given).")
  private Optional<String> detect = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "RUN",
      description =
          "A run's folder, or its name in the folder results, from which the spread, the functions, memory sizes and warm calls are taken (default: a typical spread).")
  private Optional<Path> from = Optional.empty();

  @Mixin private RunOptions options = new RunOptions();
  @Mixin private OwnFunctionsOption own = new OwnFunctionsOption();

  @Override
  public Integer call() throws Exception {
    OptionalDouble wanted = wanted();
    Optional<Run> run = from.isPresent() ? Optional.of(read(from.get())) : Optional.empty();
    List<String> labels =
        run.map(Run::functions)
            .map(all -> all.stream().map(each -> each.label()).toList())
            .orElseGet(() -> List.copyOf(own.labels(Home.fromSystemProperties())));
    Map<String, Object> input = options.input(Set.copyOf(labels));
    run.ifPresent(known -> refuseOther(input));
    if (input.get("functions") instanceof List<?> chosen) {
      labels = labels.stream().filter(chosen::contains).toList();
    }
    int snapshots =
        run.map(known -> known.functions().stream().filter(each -> each.snapStart()).count())
            .orElse(0L)
            .intValue();
    int warmUps =
        run.map(known -> known.functions().stream().filter(each -> each.warmsUp()).count())
            .orElse(0L)
            .intValue();
    run.ifPresent(
        known -> {
          input.put("warm", known.warm());
          input.put("memoryMb", known.memoryMb());
        });
    RunShape shape = RunPlan.shape(JsonFiles.of(input), labels.size(), warmUps, snapshots, 1);
    List<Planned> planned =
        run.map(Planned::of).orElse(Planned.typical(labels, shape.memoryMb(), shape.warm() > 0));
    if (planned.isEmpty()) {
      throw new InvalidOptionsException(
          "there is no ratio to plan for, expected two functions that handle the same event"
              + (run.isPresent() ? " and five blocks of both" : ""));
    }
    say(planned, wanted, shape, run, input.containsKey("rounds"));
    return ExitCode.OK;
  }

  private OptionalDouble wanted() {
    if (detect.isEmpty()) {
      return options.rounds.isPresent() ? OptionalDouble.empty() : OptionalDouble.of(1.1);
    }
    String text = detect.get();
    double ratio = text.matches("[0-9]{1,4}(\\.[0-9]{1,4})?") ? Double.parseDouble(text) : 0;
    if (ratio <= 1) {
      throw new InvalidOptionsException(
          "--detect is \"%s\", expected a ratio above 1, such as 1.1".formatted(text));
    }
    return OptionalDouble.of(ratio);
  }

  private static Run read(Path folder) {
    try {
      return GivenRuns.open(folder).readLast();
    } catch (UnreadableResultsException e) {
      throw new InvalidOptionsException("--from: " + e.getMessage());
    }
  }

  private static void refuseOther(Map<String, Object> input) {
    Set<String> other = new TreeSet<>(input.keySet());
    other.remove("rounds");
    if (!other.isEmpty()) {
      throw new InvalidOptionsException(
          "--%s is given with --from, expected --detect and --rounds only: the rest is the run's"
              .formatted(other.iterator().next().replace("Mb", "")));
    }
  }

  private void say(
      List<Planned> planned,
      OptionalDouble wanted,
      RunShape shape,
      Optional<Run> run,
      boolean rounds) {
    Paragraphs out = Terminals.paragraphs(spec.commandLine().getOut());
    say(
        out,
        "",
        "From %s, with a power of %.0f %%, at 95 %% corrected for %d verdicts:",
        run.map(known -> "the spread of run " + known.name())
            .orElse("a typical spread, which your functions may not have (give --from RUN)"),
        100 * Power.WANTED,
        planned.get(0).verdicts());
    if (rounds) {
      for (Planned each : planned) {
        OptionalDouble ratio = each.ratio(shape.rounds());
        line(
            out,
            each,
            ratio.isEmpty()
                ? "nothing is shown by fewer than five rounds"
                : String.format(
                    Locale.ROOT,
                    "%d rounds show a ratio of %.3f",
                    shape.rounds(),
                    ratio.getAsDouble()));
      }
      price(out, shape, run);
    }
    if (wanted.isPresent()) {
      int most = 0;
      for (Planned each : planned) {
        OptionalInt needed = each.rounds(wanted.getAsDouble());
        most = Math.max(most, needed.orElse(Integer.MAX_VALUE));
        String ratio = Double.toString(wanted.getAsDouble());
        line(
            out,
            each,
            needed.isEmpty()
                ? ratio + " is shown by no number of rounds"
                : ratio + " is shown by " + needed.getAsInt() + " rounds");
      }
      if (most < Integer.MAX_VALUE) {
        price(out, shape.withRounds(most), run);
      }
    }
  }

  private static void line(Paragraphs out, Planned each, String what) {
    say(
        out,
        "  ",
        "%s, %s, %d MB (a block's ratio varies by %.0f %%): %s",
        each.function(),
        each.figure().event(),
        each.memoryMb(),
        100 * Math.expm1(each.deviation()),
        what);
  }

  private static void price(Paragraphs out, RunShape shape, Optional<Run> run) {
    String region =
        run.map(Run::place)
            .filter(Place.Deployed.class::isInstance)
            .map(place -> ((Place.Deployed) place).region())
            .filter(Prices.REGIONS::contains)
            .orElse("us-east-1");
    RunEstimate estimate = RunEstimate.of(shape, Prices.of(region, "x86_64").orElseThrow());
    say(
        out,
        "",
        "%s on AWS in %s: %s",
        Counted.of(shape.rounds(), "round"),
        region,
        CostGuard.text(estimate));
    run.filter(known -> known.place() instanceof Place.Local)
        .flatMap(PlanCommand::perRound)
        .ifPresent(
            each ->
                say(
                    out,
                    "",
                    "Here, as fast as that run: about %s",
                    Times.rounded(each.multipliedBy(shape.rounds()))));
    int runs =
        Math.max(
            (shape.rounds() + RunLimits.ROUNDS_MOST - 1) / RunLimits.ROUNDS_MOST,
            (estimate.trials() + RunLimits.TRIALS_MOST - 1) / RunLimits.TRIALS_MOST);
    if (runs > 1) {
      say(
          out,
          "",
          "That is more than one run takes (%d rounds, %d trials): %d runs, reported together",
          RunLimits.ROUNDS_MOST,
          RunLimits.TRIALS_MOST,
          runs);
    }
  }

  private static void say(Paragraphs out, String head, String words, Object... values) {
    out.print(String.format(Locale.ROOT, words, values), head, Style.PLAIN);
  }

  private static Optional<Duration> perRound(Run run) {
    int rounds = run.order().stream().mapToInt(block -> block.round()).max().orElse(1);
    return run.ending()
        .map(end -> Duration.between(run.startedAt(), end.finishedAt()).dividedBy(rounds));
  }
}
