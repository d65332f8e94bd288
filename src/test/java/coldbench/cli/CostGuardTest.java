package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.analysis.Prices;
import coldbench.analysis.RunEstimate;
import coldbench.analysis.RunShape;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CostGuardTest {
  private static final Prices PRICES = Prices.of("us-east-1", "x86_64").orElseThrow();
  private static final RunEstimate USUAL =
      RunEstimate.of(new RunShape(10, false, 5, List.of(128), 2, 0, 0, 1), PRICES);
  private static final RunEstimate LARGE =
      RunEstimate.of(new RunShape(1000, false, 5, List.of(128), 2, 0, 0, 1), PRICES);

  private final StringWriter said = new StringWriter();

  private void pass(RunEstimate estimate, boolean yes) {
    new CostGuard(new PrintWriter(said, true), Optional.empty(), yes).pass(estimate);
  }

  @Test
  void aUsualRunIsEstimatedAndMayStart() {
    pass(USUAL, false);

    assertThat(said.toString().strip())
        .isEqualTo("20 trials in 10 blocks: about 3 min and about $0.012");
  }

  @Test
  void aLargeRunNeedsAYesWhereNobodyCanBeAsked() {
    assertThatThrownBy(() -> pass(LARGE, false))
        .isInstanceOf(InvalidOptionsException.class)
        .hasMessageContaining("give --yes");
    assertThat(said.toString()).startsWith("2000 trials in 1000 blocks: about 4 h 18 min");
  }

  @Test
  void aLargeRunWithAYesMayStart() {
    assertThatCode(() -> pass(LARGE, true)).doesNotThrowAnyException();
  }
}
