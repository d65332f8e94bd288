package coldbench.nativebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/**
 * {@code zig cc}: clang with musl for every architecture, from PyPI, at a pinned version whose hash
 * is checked. Unpacked once per user (411 MB); a second build that wants it meanwhile waits.
 *
 * @param cache the user's cache folder
 */
record Zig(Path cache, CommandRunner runner, PrintStream progress) implements CCompiler {
  private static final String REQUIREMENTS = resource("zig-requirements.txt");
  private static final String VERSION = version();
  private static final String OTHERWISE =
      "\nOr name another C compiler that makes static executables, such as"
          + " -Dnative.cc={arch}-linux-musl-gcc";

  @Override
  public String identity(Architecture architecture) {
    return String.join(" ", options("zig " + VERSION, architecture));
  }

  @Override
  public List<String> command(Architecture architecture) throws BuildException, IOException {
    return options(executable().toString(), architecture);
  }

  /** May fetch it. */
  Path executable() throws BuildException, IOException {
    Path folder = cache.resolve("zig-" + VERSION);
    Path executable = folder.resolve("ziglang").resolve("zig");
    if (!Files.exists(executable)) {
      Files.createDirectories(cache);
      Path lock = cache.resolve("zig-" + VERSION + ".lock");
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (held.isValid() && !Files.exists(executable)) {
          fetch(folder);
        }
      }
    }
    return executable;
  }

  private static List<String> options(String executable, Architecture architecture) {
    return List.of(
        executable,
        "cc",
        "-target",
        architecture.compilerName + "-linux-musl",
        "-mcpu=" + architecture.processor,
        // Less than half of clang's own: the zip is a twelfth smaller, and nothing gets slower.
        "-mllvm",
        "-inline-threshold=100");
  }

  private void fetch(Path folder) throws BuildException, IOException {
    progress.println("native: fetching zig " + VERSION + " from PyPI (97 MB, once) into " + cache);
    Path work = Files.createTempDirectory(cache, "fetching-");
    try {
      Path python = virtualEnvironment(work.resolve("venv"));
      Path requirements = Files.writeString(work.resolve("requirements.txt"), REQUIREMENTS);
      Path unpacked = work.resolve("unpacked");
      List<String> install =
          List.of(
              python.toString(),
              "-m",
              "pip",
              "install",
              "--quiet",
              "--no-input",
              "--disable-pip-version-check",
              "--no-deps",
              "--no-compile",
              "--no-cache-dir",
              "--only-binary=:all:",
              "--require-hashes",
              "--target",
              unpacked.toString(),
              "--requirement",
              requirements.toString());
      CommandRunner.Result result = runner.run(install);
      if (result.failed()) {
        throw new BuildException(
            "zig "
                + VERSION
                + " could not be fetched from PyPI. It is needed once; check the"
                + " network and pip's settings, then build again. pip said:\n"
                + result.lastLines()
                + OTHERWISE);
      }
      Files.move(unpacked, folder, ATOMIC_MOVE);
    } finally {
      FileTree.delete(work);
    }
  }

  private Path virtualEnvironment(Path folder) throws BuildException {
    CommandRunner.Result result;
    try {
      result = runner.run(List.of("python3", "-m", "venv", folder.toString()));
    } catch (IOException e) {
      throw new BuildException(
          "python3 cannot be started ("
              + e.getMessage()
              + "), and zig is fetched with it."
              + " Install Python 3 with venv, such as: apt install python3-venv"
              + OTHERWISE);
    }
    if (result.failed()) {
      throw new BuildException(
          "python3 -m venv failed, and zig is fetched with it. Install Python's venv and"
              + " ensurepip, such as: apt install python3-venv. It said:\n"
              + result.lastLines()
              + OTHERWISE);
    }
    return folder.resolve("bin").resolve("python");
  }

  private static String version() {
    int start = REQUIREMENTS.indexOf("ziglang==") + "ziglang==".length();
    return REQUIREMENTS.substring(start, REQUIREMENTS.indexOf(' ', start));
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(Zig.class.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(name + " is part of this jar", e);
    }
  }
}
