package coldbench.nativebuild;

import coldbench.semantics.Refusals;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.dependency.DependencyInfo;
import org.teavm.model.CallLocation;
import org.teavm.model.MethodReference;
import org.teavm.model.TextLocation;

/** The shortest ways from main to methods, by the calls that TeaVM found. */
record CallPaths(DependencyInfo program, String mainClass) {
  /** A method and the line in it from which the next one is called; 0 where it is not known. */
  record Frame(MethodReference method, String file, int line) {
    static Frame of(MethodReference method, TextLocation location) {
      return location == null || location.getFileName() == null
          ? new Frame(method, "", 0)
          : new Frame(
              method,
              location.getFileName().substring(location.getFileName().lastIndexOf('/') + 1),
              location.getLine());
    }

    boolean isOfTheProgram() {
      return Refusals.isOfTheProgram(method.getClassName());
    }

    boolean isMadeForALambda() {
      return method.getClassName().contains("$lambda$_");
    }

    /** As in a stack trace, so that tools make a link of it. */
    @Override
    public String toString() {
      String name = method.getClassName() + "." + method.getName();
      return file.isEmpty() ? name : name + "(" + file + ":" + line + ")";
    }
  }

  /** From the place of the call to main; only that place where no way is known. */
  List<Frame> to(CallLocation location) {
    Map<MethodReference, Frame> callers = new HashMap<>();
    Map<MethodReference, MethodReference> next = new HashMap<>();
    Deque<MethodReference> open = new ArrayDeque<>();
    MethodReference start = location.getMethod();
    callers.put(start, Frame.of(start, location.getSourceLocation()));
    open.add(start);
    while (!open.isEmpty()) {
      MethodReference method = open.poll();
      if (method.getClassName().equals(mainClass) && method.getName().equals("main")) {
        return way(method, callers, next);
      }
      CallGraphNode node = program.getCallGraph().getNode(method);
      for (CallSite site : node == null ? List.<CallSite>of() : node.getCallerCallSites()) {
        for (CallGraphNode caller : site.getCallers()) {
          MethodReference by = caller.getMethod();
          if (!callers.containsKey(by)) {
            callers.put(by, Frame.of(by, first(site.getLocations(caller))));
            next.put(by, method);
            open.add(by);
          }
        }
      }
    }
    return List.of(callers.get(start));
  }

  private static TextLocation first(Collection<? extends TextLocation> locations) {
    for (TextLocation location : locations) {
      if (location != null) {
        return location;
      }
    }
    return TextLocation.EMPTY;
  }

  private static List<Frame> way(
      MethodReference main,
      Map<MethodReference, Frame> frames,
      Map<MethodReference, MethodReference> next) {
    List<Frame> way = new ArrayList<>();
    for (MethodReference at = main; at != null; at = next.get(at)) {
      way.add(0, frames.get(at));
    }
    return way;
  }
}
