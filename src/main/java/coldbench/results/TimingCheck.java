package coldbench.results;

import coldbench.analysis.Sample;
import coldbench.analysis.Trial;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Calls that took less time than the function itself measured inside of them. That cannot be: the
 * clock that was read outside was read too late, or a file was changed.
 */
final class TimingCheck {
  /** A REPORT line has two digits. */
  private static final double ROUNDING_MS = 0.01;

  private TimingCheck() {}

  static Optional<String> in(List<Trial> trials) {
    List<String> impossible =
        trials.stream()
            .flatMap(trial -> samples(trial).filter(TimingCheck::is).map(sample -> name(trial)))
            .toList();
    return impossible.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s of %s calls have a durationMs below the totalMs that the function measured inside, the first in %s: their times cannot be trusted"
                .formatted(
                    impossible.size(),
                    trials.stream().flatMap(TimingCheck::samples).count(),
                    impossible.get(0)));
  }

  private static boolean is(Sample sample) {
    return sample.durationMs() + ROUNDING_MS < sample.handler().totalMs().orElse(0);
  }

  private static Stream<Sample> samples(Trial trial) {
    return Stream.concat(trial.cold().stream(), trial.warm().stream());
  }

  private static String name(Trial trial) {
    return "%s/%s/%s.json"
        .formatted(trial.function(), trial.block().memoryMb(), trial.block().round());
  }
}
