package coldbench.differential.library;

import static java.nio.charset.StandardCharsets.UTF_8;

import coldbench.differential.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** The suites of classes, compiled for a JVM and natively. */
record LibrarySuites(Path folder, SuiteSources sources) {
  private static final String MAIN = "coldbench.differential.library.Suites";

  private static final Pattern OWN_LINE =
      Pattern.compile(
          "\n {2}coldbench\\.differential\\.library\\.S(\\d+)\\.\\S*\\(S\\d+\\.java:(\\d+)\\)\n {4}(.*)");

  /**
   * Without those methods that the build refuses: it is asked until it takes what is left.
   *
   * @param missing of which that is known
   */
  static LibrarySuites make(Path folder, String names, MethodList missing)
      throws IOException, InterruptedException {
    LibrarySuites suites = new LibrarySuites(folder, new SuiteSources(names, missing));
    boolean built = false;
    while (!built) {
      built = suites.isBuilt();
    }
    return suites;
  }

  private boolean isBuilt() throws IOException, InterruptedException {
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-nowarn", "-Xlint:none", "-proc:none", "--release", "17"));
    arguments.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    arguments.addAll(List.of("-d", classes.toString()));
    sources.write(folder.resolve("java")).forEach(file -> arguments.add(file.toString()));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, System.out, System.err, arguments.toArray(String[]::new));
    if (code != 0) {
      throw new IllegalStateException("javac ended with " + code);
    }
    Process build = new ProcessBuilder(buildCommand()).redirectErrorStream(true).start();
    String output = new String(build.getInputStream().readAllBytes(), UTF_8);
    if (build.waitFor() == 0) {
      return true;
    }
    Matcher line = OWN_LINE.matcher(output);
    int before = sources.refused.size();
    while (line.find()) {
      String method =
          sources.method(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)));
      sources.refused.put(method, line.group(3));
    }
    if (sources.refused.size() == before) {
      throw new IllegalStateException("the native build ended with " + output);
    }
    return false;
  }

  private List<String> buildCommand() {
    return Program.java(
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dnative.accept=different,strict-math,random-streams,is-enqueued",
        // Faster to compile, and the compiler's own checks would find TeaVM's ways with
        // pointers.
        "-Dnative.optimize=-O0 -fno-sanitize=undefined",
        "-classpath",
        classPath(),
        "coldbench.nativebuild.Main",
        MAIN,
        Program.architecture(),
        folder.toString());
  }

  Comparison compare(long seed, int count) throws IOException, InterruptedException {
    Comparison comparison = new Comparison();
    comparison.run(
        Program.java("-XX:+UseSerialGC", "-Xss8m", "-Xmx64m", "-classpath", classPath(), MAIN),
        List.of(folder.resolve(Program.architecture()).resolve("bootstrap").toString()),
        seed,
        count);
    return comparison;
  }

  private String classPath() {
    return folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
  }
}
