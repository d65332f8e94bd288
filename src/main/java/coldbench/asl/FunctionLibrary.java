package coldbench.asl;

import com.dashjoin.jsonata.CheckedFunction;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * The functions that an expression may call: JSONata's, without {@code $eval}, and those that Step
 * Functions adds.
 *
 * @see <a href="https://docs.jsonata.org/overview">JSONata</a>
 */
final class FunctionLibrary {
  private static final List<String> JSONATA =
      List.of(
          "abs average append assert base64decode base64encode boolean ceil clone contains count",
          "decodeUrl decodeUrlComponent distinct each encodeUrl encodeUrlComponent error exists",
          "filter floor formatBase formatInteger formatNumber fromMillis join keys length lookup",
          "lowercase map match max merge millis min not now number pad parseInteger power reduce",
          "replace reverse round shuffle sift single sort split spread sqrt string substring",
          "substringAfter substringBefore sum toMillis trim type uppercase zip");

  private static final List<String> ADDED =
      List.of("hash", "parse", "partition", "random", "range", "uuid");

  /** The names of all of them. */
  static final Set<String> NAMES = names();

  private static final Set<String> OF_TIME = Set.of("millis", "now");

  private final Clock clock;
  private final Map<String, JFunction> own;

  FunctionLibrary(Clock clock, RandomGenerator random) {
    this.clock = clock;
    Map<String, JFunction> functions = JsonataRepairs.functions();
    functions.putAll(StepFunctionsLibrary.functions(random));
    for (String name : NAMES) {
      functions.computeIfAbsent(name, CheckedFunction::ofLibrary);
    }
    this.own = Map.copyOf(functions);
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(ADDED);
    JSONATA.forEach(line -> names.addAll(List.of(line.split(" "))));
    return names;
  }

  /** Puts the functions into the frame that the expression mentions. */
  void bind(Frame frame, References references) {
    Map<String, JFunction> ofTime =
        Collections.disjoint(OF_TIME, references.variables())
            ? Map.of()
            : StepFunctionsLibrary.functions(clock.instant());
    for (String name : references.variables()) {
      JFunction function = ofTime.getOrDefault(name, own.get(name));
      if (function != null) {
        frame.bind(name, (Object) function);
      }
    }
    frame.bind("eval", (Object) null);
  }
}
