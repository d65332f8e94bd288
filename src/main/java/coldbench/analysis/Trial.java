package coldbench.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One cold start of one function and the warm calls after it.
 *
 * @param run the run it belongs to
 * @param function the function's label
 * @param block memory size and round
 * @param forcedAt when the last cold start was forced
 * @param attempts how many times a cold start was forced
 * @param polls how many times a changed configuration or a new version was looked at; runs of
 *     earlier versions did not say
 * @param lane in which it ran, from 1; empty where there was one only
 * @param discarded calls that were not counted, in their order
 * @param cold the first call; always there where nothing failed
 * @param warm the following calls, in their order
 * @param sandbox what its sandbox told of itself, where it was asked
 * @param failure why it could not be completed; what was measured until then is kept and not
 *     counted
 */
public record Trial(
    String run,
    String function,
    Block block,
    Optional<Instant> forcedAt,
    int attempts,
    OptionalLong polls,
    OptionalInt lane,
    List<Discarded> discarded,
    Optional<Sample> cold,
    List<Sample> warm,
    Optional<Sandbox> sandbox,
    Optional<Failure> failure) {
  public Trial {
    discarded = List.copyOf(discarded);
    warm = List.copyOf(warm);
  }

  /** The processor's model, where it is told. */
  public Optional<String> cpu() {
    return sandbox.flatMap(Sandbox::cpu);
  }

  /** The most that its sandbox had used by the end of any call. */
  public OptionalDouble peakMemoryMb() {
    return Stream.concat(cold.stream(), warm.stream()).mapToDouble(Sample::maxMemoryMb).max();
  }

  public boolean complete() {
    return failure.isEmpty() && cold.isPresent();
  }
}
