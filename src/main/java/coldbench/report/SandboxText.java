package coldbench.report;

import coldbench.analysis.Experiment;
import coldbench.analysis.Findings;
import coldbench.analysis.FunctionDescription;
import coldbench.analysis.Judgement;
import coldbench.analysis.Processors;
import coldbench.analysis.Processors.ModelDifference;
import coldbench.analysis.Ratio;
import coldbench.analysis.Sandbox;
import coldbench.analysis.Trial;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the sandboxes ran on, as the functions in them told, and what that made of the figures. */
final class SandboxText {
  private final Experiment experiment;
  private final Verdicts words;
  private final Processors processors;

  SandboxText(Findings findings) {
    this.experiment = findings.experiment();
    this.words = new Verdicts(findings);
    this.processors = findings.processors();
  }

  /** Empty where no function told. */
  static Optional<String> fact(Experiment experiment) {
    List<Trial> trials = trials(experiment).toList();
    List<Sandbox> told = trials.stream().flatMap(trial -> trial.sandbox().stream()).toList();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    List<String> facts = new ArrayList<>();
    facts.add(counted(told.stream().flatMap(each -> each.cpu().stream())));
    facts.add("kernel " + distinct(told.stream().flatMap(each -> each.kernel().stream())));
    facts.add(
        distinct(
            told.stream()
                .map(Sandbox::memoryMb)
                .filter(OptionalLong::isPresent)
                .map(mb -> String.format(Locale.ROOT, "%,d MB", mb.getAsLong()))));
    List<String> silent =
        experiment.functions().stream()
            .filter(function -> !tells(experiment, function))
            .map(FunctionDescription::title)
            .toList();
    if (!silent.isEmpty()) {
      facts.add("not told by " + String.join(", ", silent));
    }
    return Optional.of(
        facts.stream().filter(fact -> !fact.isEmpty()).collect(Collectors.joining("; ")));
  }

  private static boolean tells(Experiment experiment, FunctionDescription function) {
    return trials(experiment)
        .anyMatch(trial -> trial.function().equals(function.label()) && trial.cpu().isPresent());
  }

  private static Stream<Trial> trials(Experiment experiment) {
    return experiment.trials().stream().filter(Trial::complete);
  }

  private static String counted(Stream<String> models) {
    return models
        .collect(Collectors.groupingBy(cpu -> cpu, Collectors.counting()))
        .entrySet()
        .stream()
        .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
        .map(each -> each.getKey() + " (" + each.getValue() + ")")
        .collect(Collectors.joining(", "));
  }

  private static String distinct(Stream<String> values) {
    return values.distinct().sorted().collect(Collectors.joining(", "));
  }

  /** Whether the models differ, and which comparisons have them mixed; empty with one model. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (processors.models().size() < 2) {
      return sentences;
    }
    List<ModelDifference> shown =
        processors.differences().stream()
            .filter(each -> each.judgement().outcome() == Judgement.Outcome.DIFFERENT)
            .toList();
    shown.forEach(each -> sentences.add(sentence(each)));
    if (shown.isEmpty()) {
      sentences.add(
          processors.differences().isEmpty()
              ? "Sandboxes ran on different processor models, too few on each to test whether they differ."
              : "No difference between the processor models is shown.");
    }
    for (int memoryMb : experiment.memoryMb()) {
      for (FunctionDescription function : experiment.functions()) {
        int mixed = mixed(function.label(), memoryMb);
        if (mixed > 0) {
          sentences.add(
              "At %s %s and %s ran on different processor models in %s."
                  .formatted(
                      SweepText.mb(memoryMb),
                      words.title(experiment.baseline()),
                      function.title(),
                      Counted.of(mixed, "block")));
        }
      }
    }
    return sentences;
  }

  int mixed(String function, int memoryMb) {
    return Processors.mixedBlocks(
        experiment.cell(function, memoryMb), experiment.cell(experiment.baseline(), memoryMb));
  }

  private String sentence(ModelDifference each) {
    Ratio ratio = each.judgement().corrected();
    return "%s's %s at %s takes %s as long on %s as on %s (%s)"
        .formatted(
            words.title(each.function()),
            each.figure().event(),
            SweepText.mb(each.memoryMb()),
            new RatioText(ratio).times(),
            each.cpu(),
            each.other(),
            new RatioText(ratio).ends().orElse(""));
  }

  void write(ObjectNode node) {
    ArrayNode models = node.putArray("processors");
    for (Processors.Model model : processors.models()) {
      models.addObject().put("cpu", model.cpu()).put("trials", model.trials());
    }
    ArrayNode differences = node.putArray("processorDifferences");
    for (ModelDifference each : processors.differences()) {
      ObjectNode one = differences.addObject();
      one.put("function", each.function()).put("memoryMb", each.memoryMb());
      one.put("figure", each.figure().jsonName());
      one.put("cpu", each.cpu()).put("against", each.other());
      Ratio ratio = each.judgement().ratio();
      one.put("ratio", ratio.value());
      JsonReport.put(one, ratio.interval());
      JsonReport.put(one, "pValue", ratio.pValue());
      JsonReport.put(one, "holm", each.judgement().holm());
      one.put("shown", each.judgement().shown());
    }
  }

  /** Of one trial. */
  static void write(ObjectNode trial, Sandbox sandbox) {
    ObjectNode node = trial.putObject("sandbox");
    sandbox.cpu().ifPresent(cpu -> node.put("cpu", cpu));
    sandbox.kernel().ifPresent(kernel -> node.put("kernel", kernel));
    sandbox.memoryMb().ifPresent(mb -> node.put("memoryMb", mb));
  }
}
