package coldbench.report;

import coldbench.analysis.Findings;
import coldbench.analysis.Ranking;
import coldbench.analysis.Recommendation;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** The rankings of many functions and the recommended ones of many memory sizes, as JSON. */
final class RankingJson {
  private RankingJson() {}

  static void write(ObjectNode experiment, Findings findings) {
    ArrayNode rankings = experiment.putArray("rankings");
    RankingTable tables = new RankingTable(findings);
    for (int memoryMb : findings.experiment().memoryMb()) {
      tables.rankings(memoryMb).forEach(ranking -> ranking(rankings.addObject(), ranking));
    }
    ArrayNode sizes = experiment.putArray("recommendations");
    findings.recommendations().forEach(each -> recommendation(sizes.addObject(), each));
  }

  private static void ranking(ObjectNode node, Ranking ranking) {
    node.put("by", ranking.by().name().toLowerCase(Locale.ROOT));
    node.put("memoryMb", ranking.memoryMb()).put("reference", ranking.reference());
    ArrayNode places = node.putArray("places");
    for (Ranking.Place place : ranking.places()) {
      ObjectNode each = places.addObject();
      each.put("function", place.function()).put("value", place.value());
      if (!place.letters().isEmpty()) {
        each.put("letters", place.letters());
      }
      place
          .ratio()
          .ifPresent(
              ratio -> {
                each.put("ratio", ratio.value());
                JsonReport.put(each, ratio.interval());
              });
    }
  }

  private static void recommendation(ObjectNode node, Recommendation each) {
    node.put("function", each.function()).put("memoryMb", each.memoryMb());
    node.put("cheapestMb", each.cheapestMb()).put("fastestMb", each.fastestMb());
    ArrayNode sizes = node.putArray("sizes");
    for (Recommendation.Size size : each.sizes()) {
      sizes
          .addObject()
          .put("memoryMb", size.memoryMb())
          .put("callMs", size.callMs())
          .put("dollarsPerMillionCalls", size.dollars());
    }
    ArrayNode equal = node.putArray("equalToTheNextSize");
    each.equal().forEach(equal::add);
  }
}
