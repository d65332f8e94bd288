package coldbench.nativebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the build as Maven does: a process of its own. */
record Builder(Path home, Map<String, String> environment, String mainClass, String accepted) {
  record Result(int exitCode, String output) {}

  static Builder in(Path home) {
    return new Builder(home, Map.of(), Hello.class.getName(), "");
  }

  Builder with(String name, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(name, value);
    return new Builder(home, more, mainClass, accepted);
  }

  /** Another program, and what of it may differ from a JVM. */
  Builder of(String mainClass, String accepted) {
    return new Builder(home, environment, mainClass, accepted);
  }

  /** A program of C, for what does not depend on Java: it is built in a third of the time. */
  Builder ofC() throws IOException {
    Files.createDirectories(home);
    Path program = Files.writeString(home.resolve("program.c"), "int main() { return 0; }\n");
    return of(program.toString(), "");
  }

  /** Only what this folder has can be found. */
  Builder withPath(Path folder) {
    return with("PATH", folder.toString());
  }

  Path target() {
    return home.resolve("target");
  }

  Result build(String architecture, String compiler) throws IOException, InterruptedException {
    return finish(start(architecture, compiler, List.of()));
  }

  /** Starts it, with more entries in front of the class path. */
  Process start(String architecture, String compiler, List<Path> classPath) throws IOException {
    StringBuilder entries = new StringBuilder();
    classPath.forEach(entry -> entries.append(entry).append(':'));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2"));
    command.add("-Dnative.accept=" + accepted);
    command.addAll(List.of("-cp", entries + System.getProperty("java.class.path")));
    command.addAll(List.of("coldbench.nativebuild.Main", mainClass));
    command.addAll(List.of(architecture, target().toString(), compiler));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }

  static Result finish(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Result(process.waitFor(), output);
  }

  /** A program of the test's own. */
  static Path script(Path folder, String name, String text) throws IOException {
    Files.createDirectories(folder);
    Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
    if (!script.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + script + " executable");
    }
    return script;
  }
}
