package coldbench.results;

import coldbench.analysis.HandlerTimes;
import coldbench.analysis.Sample;
import coldbench.analysis.SampleField;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Warm calls, read as the parser comes to them: a large run has hundreds of thousands, and trees of
 * them took most of a report's time. What is not as usual is left to {@link TrialReader}, which
 * says what is wrong with it.
 */
final class SampleStream {
  private static final Set<SampleField> TOLD =
      EnumSet.of(SampleField.COMPUTE, SampleField.ALLOC, SampleField.TOTAL);
  private static final Map<String, SampleField> OF_HANDLER = byName(TOLD);
  private static final Map<String, SampleField> OF_CALL =
      byName(EnumSet.complementOf(EnumSet.copyOf(TOLD)));

  private final List<Sample> samples = new ArrayList<>();
  private final double[] values = new double[SampleField.values().length];

  private static Map<String, SampleField> byName(Set<SampleField> fields) {
    return fields.stream().collect(Collectors.toMap(SampleField::jsonName, Function.identity()));
  }

  List<Sample> samples() {
    return samples;
  }

  /** Takes one call; whether it was as usual. */
  boolean read(JsonParser parser) throws IOException {
    Arrays.fill(values, Double.NaN);
    String requestId = "";
    boolean identified = false;
    boolean told = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      if (field.equals("requestId")) {
        if (identified || value != JsonToken.VALUE_STRING) {
          return false;
        }
        identified = true;
        requestId = parser.getText();
      } else if (field.equals("handler")) {
        if (told || value != JsonToken.START_OBJECT || !handler(parser)) {
          return false;
        }
        told = true;
      } else if (!number(OF_CALL, field, value, parser)) {
        return false;
      }
    }
    if (!identified
        || missing(SampleField.DURATION)
        || missing(SampleField.BILLED)
        || missing(SampleField.MAX_MEMORY)) {
      return false;
    }
    samples.add(
        new Sample(
            requestId,
            optional(SampleField.INIT),
            optional(SampleField.RESTORE),
            value(SampleField.DURATION),
            value(SampleField.BILLED),
            value(SampleField.MAX_MEMORY),
            told
                ? new HandlerTimes(
                    optional(SampleField.COMPUTE),
                    optional(SampleField.ALLOC),
                    optional(SampleField.TOTAL))
                : HandlerTimes.UNTOLD,
            optional(SampleField.WAIT)));
    return true;
  }

  private boolean handler(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      if (!number(OF_HANDLER, field, parser.nextToken(), parser)) {
        return false;
      }
    }
    return true;
  }

  private boolean number(
      Map<String, SampleField> fields, String name, JsonToken value, JsonParser parser)
      throws IOException {
    SampleField field = fields.get(name);
    if (field == null || !value.isNumeric() || !missing(field)) {
      return false;
    }
    double number = parser.getDoubleValue();
    values[slot(field)] = number;
    return number >= 0 && number <= Double.MAX_VALUE;
  }

  private double value(SampleField field) {
    return values[slot(field)];
  }

  @SuppressWarnings("EnumOrdinal") // a map would make an object of each number, of ten million
  private static int slot(SampleField field) {
    return field.ordinal();
  }

  private boolean missing(SampleField field) {
    return Double.isNaN(value(field));
  }

  private OptionalDouble optional(SampleField field) {
    return missing(field) ? OptionalDouble.empty() : OptionalDouble.of(value(field));
  }
}
