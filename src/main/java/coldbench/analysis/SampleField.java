package coldbench.analysis;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What is told of one call, in milliseconds and MB. The names of the trial objects' fields and of
 * the columns of CSV stand here and nowhere else.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/python-logging.html">REPORT line</a>
 */
public enum SampleField {
  INIT("initMs", Sample::initMs),
  RESTORE("restoreMs", Sample::restoreMs),
  DURATION("durationMs", sample -> OptionalDouble.of(sample.durationMs())),
  BILLED("billedMs", sample -> OptionalDouble.of(sample.billedMs())),
  MAX_MEMORY("maxMemoryMb", sample -> OptionalDouble.of(sample.maxMemoryMb())),
  COMPUTE("computeMs", sample -> sample.handler().computeMs()),
  ALLOC("allocMs", sample -> sample.handler().allocMs()),
  TOTAL("totalMs", sample -> sample.handler().totalMs()),
  WAIT("waitMs", Sample::waitMs);

  private final String jsonName;

  // The functions above capture nothing, so they are as immutable as the enum.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Function<Sample, OptionalDouble> value;

  SampleField(String jsonName, Function<Sample, OptionalDouble> value) {
    this.jsonName = jsonName;
    this.value = value;
  }

  /** For example {@code maxMemoryMb}. */
  public String jsonName() {
    return jsonName;
  }

  /** The same as the head of a column, for example {@code max_memory_mb}. */
  public String column() {
    return jsonName.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  public OptionalDouble of(Sample sample) {
    return value.apply(sample);
  }
}
