package coldbench.report;

import coldbench.analysis.Figure;
import coldbench.analysis.Findings;
import coldbench.analysis.Findings.OnBoth;
import coldbench.analysis.Ratio;
import coldbench.analysis.Verdict;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the processor makes of a function: times and price on arm64 by those on x86_64. */
final class ArchitectureText {
  private final Findings findings;
  private final Verdicts words;

  ArchitectureText(Findings findings) {
    this.findings = findings;
    this.words = new Verdicts(findings);
  }

  /** For each function that was measured on both, its verdicts and its price. */
  List<String> all(int memoryMb) {
    List<String> sentences = new ArrayList<>();
    for (OnBoth each : findings.onBoth()) {
      for (Figure figure : Figure.JUDGED) {
        verdict(figure, each, memoryMb)
            .ifPresent(verdict -> sentences.add(words.sentence(verdict)));
      }
      price(each, memoryMb).ifPresent(ratio -> sentences.add(price(each, ratio)));
    }
    return sentences;
  }

  private Optional<Verdict> verdict(Figure figure, OnBoth each, int memoryMb) {
    return findings.verdict(figure, each.arm64(), each.x8664(), memoryMb);
  }

  private Optional<Ratio> price(OnBoth each, int memoryMb) {
    return findings.billRatio(each.arm64(), each.x8664(), memoryMb);
  }

  private String price(OnBoth each, Ratio ratio) {
    String arm64 = words.title(each.arm64());
    String x8664 = words.title(each.x8664());
    String estimate = CostTable.estimate(findings.experiment());
    RatioText times = new RatioText(ratio);
    String calls =
        "a million calls, %s cold".formatted(Format.PERCENT.of(findings.pricing().coldShare()));
    return ratio.shown() || ratio.interval().isEmpty()
        ? "%s's price%s is %s times %s's (%s%s)"
            .formatted(
                arm64,
                estimate,
                times.number(),
                x8664,
                times.range().map(ends -> ends + "; ").orElse(""),
                calls)
        : "%s's and %s's prices%s are not distinguishable (%s ÷ %s %s; %s)"
            .formatted(x8664, arm64, estimate, arm64, x8664, times.ends().orElse(""), calls);
  }

  /** Into the JSON report: arm64 by x86_64, times with the corrected interval. */
  void write(ArrayNode architectures, int memoryMb) {
    for (OnBoth each : findings.onBoth()) {
      ObjectNode node = architectures.addObject();
      node.put("function", each.stem()).put("memoryMb", memoryMb);
      node.put("arm64", each.arm64()).put("x86_64", each.x8664());
      for (Figure figure : Figure.JUDGED) {
        verdict(figure, each, memoryMb)
            .ifPresent(verdict -> write(node.putObject(figure.jsonName()), verdict));
      }
      price(each, memoryMb)
          .ifPresent(
              ratio -> {
                ObjectNode price = node.putObject("dollarsPerMillionCalls");
                price.put("coldShare", findings.pricing().coldShare());
                ratio(price, ratio);
                price.put("shown", ratio.shown());
              });
    }
  }

  private void write(ObjectNode node, Verdict verdict) {
    ratio(node, verdict.ratio());
    node.put("shown", verdict.judgement().shown()).put("equal", verdict.judgement().equal());
    node.put("verdict", words.sentence(verdict));
  }

  private static void ratio(ObjectNode node, Ratio ratio) {
    node.put("ratio", ratio.value()).put("blocks", ratio.count());
    JsonReport.put(node, ratio.interval());
  }
}
