package coldbench.nativebuild;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The whole way, and only as far as something changed; a second build of the same folder waits.
 * Below {@code folder}: {@code c/} has the C sources that Java became, {@code parts/} what
 * libraries add to them, {@code <architecture>/bootstrap} the results.
 */
record NativeBuild(
    ProgramSource program,
    CToExecutable cToExecutable,
    Optional<ExecutableCache> cache,
    Path folder,
    PrintStream progress) {
  /** What a compiler may leave while it works. */
  static final String COMPILERS_WORK = "zig-cache";

  void run(List<Architecture> architectures) throws BuildException, IOException {
    Files.createDirectories(folder);
    BuildSteps steps = new BuildSteps(folder, progress);
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = channel.lock()) {
      String source = program.fingerprint();
      if (architectures.isEmpty()) {
        program.unit(steps);
      }
      for (Architecture architecture : architectures) {
        if (held.isValid()) {
          build(architecture, source, steps);
        }
      }
    }
  }

  private void build(Architecture architecture, String source, BuildSteps steps)
      throws BuildException, IOException {
    String name = architecture.lambdaName;
    Path executable = folder.resolve(name).resolve("bootstrap");
    String wanted = new Fingerprint().add(source).add(cToExecutable.identity(architecture)).hex();
    if (steps.isMade(name, wanted, executable) && Files.isExecutable(executable)) {
      return;
    }
    Path made = folder.resolve(name + ".part");
    OptionalDouble before =
        cache.isPresent() ? cache.get().copy(wanted, made) : OptionalDouble.empty();
    if (before.isPresent()) {
      putInPlace(made, executable);
      progress.printf("native: %s as it was built before from the same sources%n", name);
      steps.record(name, wanted, executable, before.getAsDouble());
      return;
    }
    // First, as it may have to be fetched: what is missing is said before anything is done.
    List<String> compiler = cToExecutable.command(architecture);
    Path unit = program.unit(steps);
    long start = System.nanoTime();
    try {
      cToExecutable.run(compiler, architecture, unit, program.parts(steps), made);
    } finally {
      FileTree.delete(folder.resolve(COMPILERS_WORK));
    }
    putInPlace(made, executable);
    steps.finish(name, wanted, executable, "C to " + name, start, program.seconds(steps));
    if (cache.isPresent()) {
      cache.get().keep(wanted, executable, steps.seconds(name));
    }
  }

  private static void putInPlace(Path made, Path executable) throws BuildException, IOException {
    if (!made.toFile().setExecutable(true, false)) {
      throw new BuildException("cannot make " + made + " executable");
    }
    Files.createDirectories(executable.getParent());
    Files.move(made, executable, ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
