package coldbench.semantics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.teavm.dependency.AbstractDependencyListener;
import org.teavm.dependency.DependencyAgent;
import org.teavm.model.BasicBlock;
import org.teavm.model.CallLocation;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Fails the build where code that can be reached, other than the JDK's, calls what would silently
 * answer otherwise than on a JVM. The system property {@value #ACCEPT} names, separated by commas,
 * the {@link SilentDifference}s that are accepted; {@value #ALL} accepts everything.
 */
public final class Refusals extends AbstractDependencyListener {
  static final String ACCEPT = "native.accept";

  private record Call(Instruction at, String text) {}

  private static final List<String> NOT_OURS =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.teavm.", "coldbench.semantics.");

  /** The JDK's ways around its modules, of which natively there is none: they would be null. */
  private static final String INTERNAL_ACCESS = "jdk.internal.access.Java";

  private static final String ALL = "all";

  private final Set<String> accepted;
  private final Map<MethodReference, List<Call>> calls = new LinkedHashMap<>();

  Refusals(String accepted) {
    this.accepted = Set.copyOf(Arrays.asList(accepted.trim().split("[\\s,]+")));
    for (String name : this.accepted) {
      if (!name.isEmpty() && !name.equals(ALL) && !SilentDifference.names().contains(name)) {
        throw new IllegalArgumentException(
            ACCEPT
                + " has \""
                + name
                + "\", expected one of "
                + SilentDifference.names()
                + " and "
                + ALL);
      }
    }
  }

  /** Whether it is neither the JDK's, nor TeaVM's, nor ours. */
  public static boolean isOfTheProgram(String className) {
    return NOT_OURS.stream().noneMatch(className::startsWith);
  }

  /** Notes the calls of a method as it was compiled; whether it is reached is seen later. */
  void note(MethodHolder method, Program program, ClassReaderSource classes) {
    if (!isOfTheProgram(method.getOwnerName())) {
      noteInternalAccess(method, program);
      return;
    }
    if (accepted.contains(ALL)) {
      return;
    }
    new JdkCalls(classes)
        .each(
            program,
            (at, called) -> refusal(called).ifPresent(text -> note(method, new Call(at, text))));
  }

  private void noteInternalAccess(MethodHolder method, Program program) {
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof InvokeInstruction call
            && call.getMethod().getClassName().startsWith(INTERNAL_ACCESS)
            && !InternalAccessRepair.knows(call.getMethod())) {
          String text =
              method.getOwnerName()
                  + "."
                  + method.getName()
                  + " cannot be compiled: it is tied to the JVM. "
                  + Instead.of(method.getOwnerName(), method.getName());
          note(method, new Call(instruction, text));
        }
      }
    }
  }

  private void note(MethodHolder method, Call call) {
    calls.computeIfAbsent(method.getReference(), m -> new ArrayList<>()).add(call);
  }

  private Optional<String> refusal(MethodReference called) {
    String name = called.getClassName() + "." + called.getName();
    Optional<SilentDifference> known = SilentDifference.of(called);
    if (known.isPresent()) {
      SilentDifference it = known.get();
      return accepted.contains(it.acceptedAs())
          ? Optional.empty()
          : Optional.of(
              name + " is called, but natively " + it.what() + ". " + it.instead() + accept(it));
    }
    return Optional.empty();
  }

  private static String accept(SilentDifference it) {
    return ", or accept it with -D" + ACCEPT + "=" + it.acceptedAs();
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
    agent.getDiagnostics().error(new CallLocation(caller, call.at.getLocation()), call.text);
  }
}
