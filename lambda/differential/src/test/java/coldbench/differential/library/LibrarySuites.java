package coldbench.differential.library;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.ToolProvider;

/** The suites of classes, compiled for a JVM and natively. */
record LibrarySuites(Path folder, SuiteSources sources) {
  private static final String MAIN = "coldbench.differential.library.Suites";

  static LibrarySuites make(Path folder, String names) throws IOException, InterruptedException {
    SuiteSources sources = new SuiteSources(names);
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
    LibrarySuites suites = new LibrarySuites(folder, sources);
    suites.build();
    return suites;
  }

  private void build() throws IOException, InterruptedException {
    List<String> command =
        java(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dnative.accept=all",
            // Faster to compile, and the compiler's own checks would find TeaVM's ways with
            // pointers.
            "-Dnative.optimize=-O0 -fno-sanitize=undefined",
            "-classpath",
            classPath(),
            "coldbench.nativebuild.Main",
            MAIN,
            architecture(),
            folder.toString());
    int code = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (code != 0) {
      throw new IllegalStateException("the native build ended with " + code);
    }
  }

  Comparison compare(long seed, int count) throws IOException, InterruptedException {
    Comparison comparison = new Comparison();
    comparison.run(
        java("-XX:+UseSerialGC", "-Xss8m", "-Xmx64m", "-classpath", classPath(), MAIN),
        List.of(folder.resolve(architecture()).resolve("bootstrap").toString()),
        seed,
        count);
    return comparison;
  }

  private String classPath() {
    return folder.resolve("classes") + File.pathSeparator + System.getProperty("java.class.path");
  }

  private static String architecture() {
    return System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("aarch64")
        ? "arm64"
        : "x86_64";
  }

  private static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(arguments));
    return command;
  }
}
