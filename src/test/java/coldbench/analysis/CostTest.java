package coldbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CostTest {
  private static final Prices TOKYO = Prices.of("ap-northeast-1", "arm64").orElseThrow();

  /** Both amounts were published with the figures: $0.0033 and $0.1817. */
  @Test
  void thePublishedFiguresCostWhatWasPublished() {
    PublishedFigures rust = PublishedFigures.ALL.get(0);
    PublishedFigures python = PublishedFigures.ALL.get(1);
    assertThat(TOKYO.computePerMillionCalls(rust.warmBilledMs(), 128))
        .isCloseTo(0.0033, within(5e-5));
    assertThat(TOKYO.computePerMillionCalls(python.warmBilledMs(), 128))
        .isCloseTo(0.1817, within(5e-5));
  }

  @Test
  void aMillionCallsOfASecondAtAGigabyteCostAMillionGbSeconds() {
    Prices virginia = Prices.of("us-east-1", "x86_64").orElseThrow();
    assertThat(virginia.computePerMillionCalls(1000, 1024)).isCloseTo(16.6667, within(1e-9));
    assertThat(virginia.requestsPerMillionCalls()).isCloseTo(0.20, within(1e-12));
  }

  @Test
  void aRegionThatIsNotInTheTableHasNoPriceUnlessItIsGiven() {
    assertThat(Prices.of("cn-north-1", "arm64")).isEmpty();
    Pricing given = new Pricing(Optional.of("cn-north-1"), OptionalDouble.of(0.0000177), 0.01);
    assertThat(given.prices(run(List.of()), "arm64")).hasValue(Prices.ofGbSecond(0.0000177));
  }

  /** The seldom regions of AWS's price list, their requests dearer as well. */
  @Test
  void aRegionHasItsOwnPrices() {
    assertThat(Prices.of("af-south-1", "x86_64")).hasValue(new Prices(0.0000221, 0.27e-6));
    assertThat(Prices.of("eu-south-1", "arm64").orElseThrow().gbSecond()).isEqualTo(0.0000156138);
  }

  @Test
  void theChoiceChangesWhereTheLinesCross() {
    Cost cheapWarm = new Cost(0.2, 1, 101);
    Cost cheapCold = new Cost(0.2, 2, 52);
    double share = cheapWarm.breakEven(cheapCold).orElseThrow();
    assertThat(share).isCloseTo(0.02, within(1e-12));
    assertThat(cheapWarm.at(share)).isCloseTo(cheapCold.at(share), within(1e-12));
    assertThat(cheapCold.breakEven(cheapWarm)).hasValue(share);
  }

  @Test
  void thereIsNoBreakEvenWhereOneIsAlwaysCheaper() {
    assertThat(new Cost(0.2, 1, 10).breakEven(new Cost(0.2, 2, 20))).isEmpty();
    assertThat(new Cost(0.2, 1, 10).breakEven(new Cost(0.2, 1, 10))).isEmpty();
  }

  @Test
  void aRunCostsItsRequestsGbSecondsTransitionsAndObjects() {
    Sample cold =
        new Sample(
            "",
            OptionalDouble.of(600),
            OptionalDouble.empty(),
            400,
            1000,
            10,
            HandlerTimes.UNTOLD,
            OptionalDouble.empty());
    Sample warm =
        new Sample(
            "",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            500,
            500,
            10,
            HandlerTimes.UNTOLD,
            OptionalDouble.empty());
    Trial trial =
        new Trial(
            "run",
            "java",
            new Block(1024, 1),
            Optional.empty(),
            2,
            OptionalLong.of(3),
            java.util.OptionalInt.empty(),
            List.of(new Discarded("cold", "warm", 1)),
            Optional.of(cold),
            List.of(warm, warm),
            Optional.empty(),
            Optional.empty());
    RunCost cost = RunCost.of(run(List.of(trial)), Map.of("arm64", TOKYO));
    assertThat(cost.requests()).isEqualTo(4);
    assertThat(cost.gbSeconds()).isCloseTo(2, within(1e-12));
    assertThat(cost.stateTransitions()).isEqualTo(18 + 1 + 2 + 2 * 2 + 3 * 3 + 2 * 4);
    assertThat(cost.puts()).isEqualTo(3);
    assertThat(cost.dollars())
        .isCloseTo(2 * 0.0000133334 + 4 * 2e-7 + 42 * 2.5e-5 + 3 * 5e-6, within(1e-12));
  }

  @Test
  void coldCallsOfAFunctionThatPaysForSnapshotsCostTheirRestoresToo() {
    Sample cold =
        new Sample(
            "",
            OptionalDouble.empty(),
            OptionalDouble.of(400),
            6,
            36,
            40,
            HandlerTimes.UNTOLD,
            OptionalDouble.empty());
    Sample warm =
        new Sample(
            "",
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            3,
            3,
            40,
            HandlerTimes.UNTOLD,
            OptionalDouble.empty());
    Trial trial =
        new Trial(
            "run",
            "java",
            new Block(512, 1),
            Optional.empty(),
            1,
            OptionalLong.empty(),
            java.util.OptionalInt.empty(),
            List.of(),
            Optional.of(cold),
            List.of(warm),
            Optional.empty(),
            Optional.empty());
    Cell cell = new Cell("java", 512, 1, List.of(trial));
    Cost free = Cost.of(cell, TOKYO, false).orElseThrow();
    Cost paid = Cost.of(cell, TOKYO, true).orElseThrow();
    assertThat(paid.warm()).isEqualTo(free.warm());
    assertThat(paid.cold() - free.cold()).isCloseTo(1e6 * 0.5 * 0.0001397998, within(1e-9));
    Run java = run(List.of(trial), "java21", true);
    Run python = run(List.of(trial), "python3.13", true);
    Map<String, Prices> prices = Map.of("arm64", TOKYO);
    assertThat(RunCost.of(python, prices).dollars() - RunCost.of(java, prices).dollars())
        .isCloseTo(0.5 * (0.0001397998 + 3 * 3600 * 0.0000015046), within(1e-12));
    assertThat(RunCost.of(java, prices).stateTransitions())
        .isEqualTo(18 + 3 + 1 + 2 + 7 + 3 + 2 * 2);
  }

  @Test
  void aRunWithSnapshotsTakesMinutesForEachBlockAndMoreAtMoreMemory() {
    RunEstimate without =
        RunEstimate.of(new RunShape(10, false, 5, List.of(128, 1024), 2, 0, 0, 1), TOKYO);
    RunEstimate with =
        RunEstimate.of(new RunShape(10, false, 5, List.of(128, 1024), 2, 0, 1, 1), TOKYO);
    assertThat(with.time().minus(without.time()))
        .isEqualTo(Duration.ofMinutes(40).minus(NOT_ASKED));
    double perGb = 0.0001397998 + 3 * 3600 * 0.0000015046;
    long transitions = with.stateTransitions() - without.stateTransitions();
    assertThat(with.dollars() - without.dollars())
        .isCloseTo(
            10 * 1.125 * perGb + transitions * Prices.STATE_TRANSITION - 20 * TOKYO.request(),
            within(1e-9));
  }

  /** A function with SnapStart is not asked what it ran on, once in each of 20 blocks. */
  private static final Duration NOT_ASKED = Duration.ofSeconds(6);

  private static Run run(List<Trial> trials) {
    return run(trials, "provided.al2023", false);
  }

  private static Run run(List<Trial> trials, String runtime, boolean snapStart) {
    return new Run(
        "run",
        new Place.Deployed("ap-northeast-1"),
        "ap-northeast-1",
        java.time.Instant.EPOCH,
        2,
        40,
        1,
        List.of(new Block(1024, 1)),
        List.of(
            new FunctionDescription(
                "java",
                "java",
                runtime,
                "arm64",
                "",
                1,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                snapStart,
                false)),
        trials,
        Optional.empty(),
        List.of());
  }
}
