package coldbench.cli;

import coldbench.deploy.ColdbenchApp;
import coldbench.deploy.LocalAssembly;
import coldbench.deploy.SettingsException;
import coldbench.deploy.Synthesis;
import coldbench.deploy.functions.BuiltIn;
import coldbench.local.HostInfo;
import coldbench.template.CloudAssembly;
import coldbench.template.Template;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The user's own functions in a local run: what {@code -c functions=…} is to a deployment. */
final class OwnFunctionsOption {
  @Option(
      names = "--with",
      paramLabel = "NAME|FILE,...",
      description =
          "More functions: java-jvm (the native function's classes on a JVM), java-aot (the same with an AOT cache), bare (the least that a program in C can do), or JSON files that list your own (default: those of cdk.json).")
  Optional<String> functions = Optional.empty();

  @Option(
      names = "--base",
      paramLabel = "FOLDER",
      description =
          "Another checkout of the same sources: its packages are there, too, each beside the"
              + " function's own.")
  private Optional<Path> base = Optional.empty();

  /** The context that the option adds to cdk.json; a path is relative to where the command runs. */
  Map<String, Object> context() {
    Map<String, Object> context = new TreeMap<>();
    functions.ifPresent(
        all ->
            context.put(
                "functions",
                Stream.of(all.split(",", -1))
                    .map(OwnFunctionsOption::fromAnywhere)
                    .collect(Collectors.joining(","))));
    base.ifPresent(folder -> context.put("base", folder.toAbsolutePath().toString()));
    return context;
  }

  private static String fromAnywhere(String each) {
    boolean name = each.isEmpty() || BuiltIn.optional().contains(each);
    return name ? each : Path.of(each).toAbsolutePath().toString();
  }

  /** How the same functions are asked for again, for messages. */
  String asArgument() {
    return functions.map(all -> " --with " + all).orElse("")
        + base.map(folder -> " --base " + folder).orElse("");
  }

  /**
   * The stack with it, built and synthesized where a source has changed.
   *
   * @param architecture of this machine, as Lambda names it
   * @throws InvalidOptionsException if the functions or a setting in cdk.json cannot be used
   */
  Template template(Home home, String architecture, PrintWriter progress) throws IOException {
    LocalAssembly assembly = new LocalAssembly(home.folder(), context(), architecture);
    assembly.limit().ifPresent(progress::println);
    try {
      Synthesis stack =
          assembly.synthesized(
              work -> {
                progress.println("Building the functions and synthesizing the stack …");
                Elapsed.during(
                    "building and synthesizing", progress, Terminals.isTerminal(), work::run);
              });
      return CloudAssembly.read(stack.assembly()).stack(stack.stackName());
    } catch (SettingsException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * The labels that there are with it. Whoever goes on to {@link #template} asks for them first, so
   * that what is wrong is said before anything is built.
   *
   * @throws InvalidOptionsException if the functions or a setting in cdk.json cannot be used
   */
  Set<String> labels(Home home) {
    Map<String, Object> context = context();
    // As for the run itself: packages are held against what they would run on.
    HostInfo.thisOne().ifPresent(machine -> context.put("architecture", machine.architecture()));
    try {
      return ColdbenchApp.labels(home.folder(), context);
    } catch (SettingsException e) {
      throw new InvalidOptionsException(String.valueOf(e.getMessage()));
    }
  }
}
