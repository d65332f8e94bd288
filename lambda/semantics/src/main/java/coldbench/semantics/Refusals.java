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
import org.teavm.interop.Async;
import org.teavm.model.BasicBlock;
import org.teavm.model.CallLocation;
import org.teavm.model.ClassReaderSource;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReader;
import org.teavm.model.MethodReference;
import org.teavm.model.Program;
import org.teavm.model.instructions.InvokeInstruction;

/**
 * Fails the build where code that can be reached, other than the JDK's, calls what would silently
 * answer otherwise than on a JVM. The system property {@value #ACCEPT} names, separated by commas,
 * the {@link SilentDifference}s that are accepted; {@value #ALL} accepts everything.
 */
public final class Refusals extends AbstractDependencyListener {
  /** In the text of each refusal of a call. */
  public static final String CALLED = " is called, but ";

  static final String ACCEPT = "native.accept";

  private record Call(Instruction at, String text) {}

  private static final List<String> NOT_OURS =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.teavm.", "coldbench.semantics.");

  /** The JDK's ways around its modules, of which natively there is none: they would be null. */
  private static final String INTERNAL_ACCESS = "jdk.internal.access.Java";

  /** Whatever starts one comes to its {@code start}; what that runs would end the process. */
  private static final String THREAD = "java.lang.Thread";

  /** Linked for every program; {@link LockRepair} has cut off what leads to it. */
  private static final String OF_LOCKS = "monitorEnterWait";

  private static final String ALL = "all";

  /** Accepts classes that {@link NativeLibrary} does not have. */
  private static final String UNLISTED = "unlisted";

  /** Accepts the methods that {@link NativeLibrary} refuses. */
  private static final String DIFFERENT = "different";

  private final NativeLibrary library = new NativeLibrary();
  private final Set<String> accepted;
  private final Map<MethodReference, List<Call>> calls = new LinkedHashMap<>();

  Refusals(String accepted) {
    this.accepted = Set.copyOf(Arrays.asList(accepted.trim().split("[\\s,]+")));
    List<String> names = new ArrayList<>(SilentDifference.names());
    names.addAll(List.of(DIFFERENT, UNLISTED));
    for (String name : this.accepted) {
      if (!name.isEmpty() && !name.equals(ALL) && !names.contains(name)) {
        throw new IllegalArgumentException(
            ACCEPT + " has \"" + name + "\", expected one of " + names + " and " + ALL);
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
    String accept;
    String what;
    String instead = Instead.of(called.getClassName(), called.getName());
    Optional<SilentDifference> known = SilentDifference.of(called);
    if (known.isPresent()) {
      accept = known.get().acceptedAs();
      what = "natively " + known.get().what();
      instead = known.get().instead();
    } else if (!library.has(called.getClassName())) {
      accept = UNLISTED;
      what = "its class is not in the native class library";
    } else if (library.refuses(called)) {
      accept = DIFFERENT;
      what = "natively it answers otherwise";
    } else {
      return Optional.empty();
    }
    return accepted.contains(accept)
        ? Optional.empty()
        : Optional.of(
            name
                + CALLED
                + "%s. %s, or accept it with -D%s=%s".formatted(what, instead, ACCEPT, accept));
  }

  @Override
  public void completing(DependencyAgent agent) {
    Set<MethodReference> reachable = Set.copyOf(agent.getReachableMethods());
    reachable.forEach(method -> refuseThreads(agent, method));
    calls.forEach(
        (caller, found) -> {
          if (reachable.contains(caller)) {
            found.forEach(call -> refuse(agent, caller, call));
          }
        });
  }

  /**
   * TeaVM would cut the program into parts to be taken up again, which its C backend cannot run.
   */
  private static void refuseThreads(DependencyAgent agent, MethodReference method) {
    MethodReader found = agent.getClassSource().resolve(method);
    if (method.getClassName().equals(THREAD)
        && method.getName().equals("start")
        && agent.getMethod(method).isUsed()) {
      refuse(agent, method, "starts another thread, and there is one only");
    } else if (found != null
        && !method.getName().equals(OF_LOCKS)
        && found.getAnnotations().get(Async.class.getName()) != null) {
      refuse(agent, method, "waits for another thread, and there is none");
    }
  }

  private static void refuse(DependencyAgent agent, MethodReference method, String why) {
    String instead = Instead.of(method.getClassName(), method.getName());
    agent
        .getDiagnostics()
        .error(
            new CallLocation(method),
            "%s.%s %s. %s".formatted(method.getClassName(), method.getName(), why, instead));
  }

  private static void refuse(DependencyAgent agent, MethodReference caller, Call call) {
    agent.getDiagnostics().error(new CallLocation(caller, call.at.getLocation()), call.text);
  }
}
