package coldbench.nativebuild;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code Main MAIN_CLASS ARCHITECTURE FOLDER [C_COMPILER]}: builds this process's class path, or
 * the one file of C that stands in the main class's place.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    String setting = args.length > 3 ? args[3].trim() : "";
    Path cache = cache(System.getenv());
    Path folder = Path.of(args[2]);
    // What zig makes once, its C library above all, stays; what it makes of this program does not.
    CommandRunner runner =
        CommandRunner.processes(
            Map.of(
                "ZIG_GLOBAL_CACHE_DIR", cache.resolve("zig-cache").toString(),
                "ZIG_LOCAL_CACHE_DIR", folder.resolve(NativeBuild.COMPILERS_WORK).toString()));
    Zig zig = new Zig(cache, runner, System.out);
    boolean pinned = setting.isEmpty();
    CCompiler compiler = pinned ? zig : new GivenCompiler(setting, runner);
    ExecutableCache executables =
        new ExecutableCache(cache.resolve("executables"), Clock.systemUTC());
    try {
      new NativeBuild(
              program(args[0]),
              new CToExecutable(
                  compiler,
                  new ZigObject(zig, runner),
                  runner,
                  System.getProperty("native.optimize", "-O3")),
              pinned ? Optional.of(executables) : Optional.empty(),
              folder,
              System.out)
          .run(Architecture.parse(args[1]));
    } catch (BuildException e) {
      System.err.println("native: " + e.getMessage());
      System.exit(1);
    }
  }

  private static ProgramSource program(String name) {
    return name.endsWith(".c")
        ? new ProgramSource.C(Path.of(name))
        : new ProgramSource.Java(new JavaToC(name, 2, 64), classPath());
  }

  private static List<Path> classPath() {
    String entries = System.getProperty("java.class.path");
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(entries)
        .map(Path::of)
        .toList();
  }

  /** The user's cache folder, by the XDG Base Directory Specification. */
  static Path cache(Map<String, String> environment) {
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches = xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
    return caches.resolve("coldbench");
  }
}
