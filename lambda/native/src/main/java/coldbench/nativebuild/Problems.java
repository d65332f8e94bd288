package coldbench.nativebuild;

import coldbench.semantics.Instead;
import coldbench.semantics.Refusals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.dependency.DependencyInfo;
import org.teavm.diagnostics.DefaultProblemTextConsumer;
import org.teavm.diagnostics.Problem;
import org.teavm.model.CallLocation;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;

/**
 * Why a program cannot be compiled: under each of its own lines, what is wrong there and what to
 * use, and the shortest way on which main comes to it.
 */
final class Problems {
  private static final int OF_ONE_LINE = 2;
  private static final MethodReference NONE = new MethodReference("", "none", ValueType.VOID);

  private final CallPaths paths;

  Problems(DependencyInfo program, String mainClass) {
    paths = new CallPaths(program, mainClass);
  }

  private record Place(String line, List<String> path, MethodReference called) {}

  String describe(List<Problem> problems) {
    Map<String, Set<String>> texts = new LinkedHashMap<>();
    Map<String, List<String>> ways = new LinkedHashMap<>();
    // What was refused says more than what is missing or waits behind it.
    List<Problem> refusedFirst = new ArrayList<>(problems);
    refusedFirst.sort(
        Comparator.comparing(Problems::isAbsence)
            .thenComparing(problem -> !problem.getText().contains(Refusals.CALLED)));
    for (Problem problem : refusedFirst) {
      Place place = place(problem.getLocation());
      texts.computeIfAbsent(place.line, line -> new LinkedHashSet<>()).add(text(problem, place));
      ways.putIfAbsent(place.line, place.path);
    }
    StringBuilder out = new StringBuilder("this program cannot be compiled to C:");
    texts.forEach(
        (line, all) -> add(out, line, List.copyOf(all), ways.getOrDefault(line, List.of())));
    return out.toString();
  }

  private static void add(StringBuilder out, String line, List<String> texts, List<String> way) {
    out.append("\n  ").append(line);
    texts.stream().limit(OF_ONE_LINE).forEach(text -> out.append("\n    ").append(text));
    if (texts.size() > OF_ONE_LINE) {
      out.append("\n    and ").append(texts.size() - OF_ONE_LINE).append(" more that this needs");
    }
    if (!way.isEmpty()) {
      out.append("\n    called from ").append(String.join(", from ", way));
    }
  }

  /** The program's own line nearest to the problem, and the way to it, from there to main. */
  private Place place(CallLocation location) {
    if (location == null) {
      return new Place("in the program as a whole", List.of(), NONE);
    }
    List<CallPaths.Frame> way = paths.to(location);
    List<String> frames = new ArrayList<>();
    String own = null;
    MethodReference called = NONE;
    for (CallPaths.Frame frame : way) {
      if (frame.isMadeForALambda()) {
        continue;
      }
      if (own != null) {
        frames.add(frame.toString());
      } else if (frame.isOfTheProgram()) {
        own = frame.toString();
      } else {
        called = frame.method();
      }
    }
    return own != null
        ? new Place(own, frames, called)
        : new Place(
            way.get(0).toString(), way.stream().skip(1).map(Object::toString).toList(), NONE);
  }

  private static boolean isAbsence(Problem problem) {
    return problem.getText().endsWith("was not found")
        || problem.getText().contains(" is native but has no ");
  }

  private static String text(Problem problem, Place place) {
    if (isAbsence(problem)) {
      for (Object parameter : problem.getParams()) {
        if (parameter instanceof MethodReference m) {
          return absent(m.getClassName() + "." + m.getName(), m.getClassName(), place.called);
        }
        if (parameter instanceof String cls) {
          return absent(cls, cls, place.called);
        }
      }
    }
    DefaultProblemTextConsumer text = new DefaultProblemTextConsumer();
    problem.render(text);
    return text.getText();
  }

  private static String absent(String what, String cls, MethodReference called) {
    if (!cls.startsWith("java.") && !cls.startsWith("javax.")) {
      return what + " is not on the class path";
    }
    return called.equals(NONE)
        ? what + " is not in the native class library. " + Instead.of(cls, "")
        : called.getClassName()
            + "."
            + called.getName()
            + " cannot be compiled: it comes to "
            + what
            + ", which is not in the native class library. "
            + Instead.of(called.getClassName(), called.getName());
  }
}
