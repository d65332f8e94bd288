package coldbench.emulator;

import coldbench.emulator.cgroup.ControlGroup;
import coldbench.emulator.cgroup.CpuLimit;
import coldbench.emulator.runtimeapi.RuntimeApi;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the sandboxes of one function. */
final class SandboxFactory {
  /** Over all functions, so that no two control groups have one name. */
  private final AtomicInteger count;

  private final FunctionSpec spec;
  private final Optional<Path> layers;
  private final LambdaRuntime runtime;
  private final SandboxResources machine;

  /**
   * @param layers a folder with the content of all of the function's layers, if it has any
   */
  SandboxFactory(
      FunctionSpec spec,
      Optional<Path> layers,
      LambdaRuntime runtime,
      SandboxResources machine,
      AtomicInteger count) {
    this.spec = spec;
    this.layers = layers;
    this.runtime = runtime;
    this.machine = machine;
    this.count = count;
  }

  /** Why the function's program cannot be started. */
  Optional<String> startError() {
    return runtime.startError(spec.code(), spec.architecture());
  }

  /** A sandbox whose process waits to be released. */
  Sandbox make(FunctionState configuration) throws IOException {
    Path folder = machine.work().folder(spec.name());
    String name = machine.work().groupName(count.incrementAndGet());
    ControlGroup group = machine.groups().create(name, configuration.memoryMb());
    try {
      machine.work().note(group);
      return make(configuration, folder, group);
    } catch (IOException e) {
      group.close();
      throw e;
    }
  }

  private Sandbox make(FunctionState configuration, Path folder, ControlGroup group)
      throws IOException {
    RuntimeApi api = new RuntimeApi();
    try {
      Path log = folder.resolve("log");
      SandboxProcess process =
          SandboxProcess.prepare(
              launch(configuration, folder, log, api.address()), group, machine.work().reaper());
      boolean limited = machine.cpuLimit() instanceof CpuLimit.Lambda;
      LogTail tail = machine.settings().log().isPresent() ? LogTail.whole(log) : LogTail.of(log);
      return new Sandbox(api, process, tail, limited);
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  private SandboxProcess.Launch launch(
      FunctionState configuration, Path folder, Path log, String runtimeApi) throws IOException {
    Isolation isolation = machine.isolation();
    Path taskRoot = isolation.taskRoot(spec.code());
    Map<String, String> environment =
        SandboxEnvironment.of(
            configuration,
            runtime,
            spec.region(),
            taskRoot.toString(),
            Identifiers.logStream(machine.settings().clock()),
            runtimeApi,
            spec.surroundings().variables());
    return new SandboxProcess.Launch(
        isolation,
        isolation.arguments(
            new Isolation.View(spec.code(), layers, spec.ephemeralStorageMb(), folder, visible())),
        log,
        taskRoot,
        command(taskRoot, configuration),
        environment);
  }

  private List<Path> visible() {
    List<Path> folders = new ArrayList<>(spec.surroundings().folders());
    folders.add(runtime.home());
    return folders;
  }

  /**
   * Managed runtimes are started through a script where a variable names one, such as a layer's.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html">Wrapper
   *     scripts</a>
   */
  private List<String> command(Path taskRoot, FunctionState configuration) {
    List<String> command = new ArrayList<>(runtime.command(taskRoot, configuration));
    String wrapper = configuration.environment().get("AWS_LAMBDA_EXEC_WRAPPER");
    if (wrapper != null && runtime instanceof LambdaRuntime.Managed) {
      command.add(0, wrapper);
    }
    return command;
  }
}
