package coldbench.semantics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.model.CallLocation;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Fails the build where code that can be reached, other than the JDK's, calls what would silently
 * answer otherwise than on a JVM. The system property {@value #ACCEPT} names, separated by commas,
 * the {@link SilentDifference}s that are accepted.
 */
final class Refusals extends AbstractDependencyListener {
  static final String ACCEPT = "native.accept";

  private record Call(Instruction at, SilentDifference difference, String called) {}

  private static final Set<String> NOT_OURS = Set.of("java.", "javax.", "jdk.", "org.teavm.");

  private final Set<String> accepted;
  private final Map<MethodReference, List<Call>> calls = new LinkedHashMap<>();

  Refusals(String accepted) {
    this.accepted = Set.copyOf(Arrays.asList(accepted.trim().split("[\\s,]+")));
    for (String name : this.accepted) {
      if (!name.isEmpty() && !SilentDifference.names().contains(name)) {
        throw new IllegalArgumentException(
            ACCEPT + " has \"" + name + "\", expected one of " + SilentDifference.names());
      }
    }
  }

  /** Notes the calls of a method as it was compiled; whether it is reached is seen later. */
  void note(MethodHolder method, Program program) {
    if (NOT_OURS.stream().anyMatch(method.getOwnerName()::startsWith)) {
      return;
    }
    for (var block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        note(method.getReference(), instruction);
      }
    }
  }

  private void note(MethodReference caller, Instruction at) {
    if (at instanceof InvokeInstruction call) { // TeaVM concatenates strings with calls as well
      MethodReference called = call.getMethod();
      String name = called.getClassName() + "." + called.getName();
      SilentDifference.of(called).ifPresent(difference -> add(caller, at, difference, name));
    }
  }

  private void add(MethodReference caller, Instruction at, SilentDifference why, String called) {
    if (!accepted.contains(why.acceptedAs())) {
      calls.computeIfAbsent(caller, c -> new ArrayList<>()).add(new Call(at, why, called));
    }
  }

  @Override
  public void completing(DependencyAgent agent) {
    Set<MethodReference> reachable = Set.copyOf(agent.getReachableMethods());
    calls.forEach(
        (caller, found) -> {
          if (reachable.contains(caller)) {
            found.forEach(call -> refuse(agent, caller, call));
          }
        });
  }

  private static void refuse(DependencyAgent agent, MethodReference caller, Call call) {
    String text =
        String.format(
            "%s is called, but natively %s. %s, or accept it with -D%s=%s",
            call.called,
            call.difference.what(),
            call.difference.instead(),
            ACCEPT,
            call.difference.acceptedAs());
    agent.getDiagnostics().error(new CallLocation(caller, call.at.getLocation()), text);
  }
}
