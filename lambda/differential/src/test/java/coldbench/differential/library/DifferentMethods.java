package coldbench.differential.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * {@code FOLDER CLASSES COUNT SEED...}: calls every class that matches with every seed, and writes
 * which methods cannot be compiled, which answered otherwise, and which were not called, into the
 * lists that the build and the documents go by, in place of what they have of these classes.
 */
final class DifferentMethods {
  /** Of what nobody has looked at yet. */
  private static final String UNKNOWN = "?";

  private DifferentMethods() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Pattern tried = Pattern.compile(args[1]);
    MethodList missing = MethodList.read(MethodList.MISSING);
    LibraryRun run =
        LibraryRun.of(
            Path.of(args[0]),
            args[1],
            missing,
            Integer.parseInt(args[2]),
            List.of(args).subList(3, args.length).stream().map(Long::valueOf).toList());
    Map<String, String> refused = new TreeMap<>();
    run.sources.refused.keySet().forEach(method -> refused.put(method, "missing"));
    missing.with(tried, refused).write(MethodList.MISSING);
    MethodList known = MethodList.read(MethodList.DIFFERENT);
    Map<String, String> different = run.different();
    different.replaceAll((name, example) -> known.reasons().getOrDefault(name, UNKNOWN));
    known.with(tried, different).write(MethodList.DIFFERENT);
    MethodList.read(MethodList.UNCALLED).with(tried, run.uncalled()).write(MethodList.UNCALLED);
    report(run);
  }

  private static void report(LibraryRun run) {
    System.out.println(run.summary());
    run.endless.forEach(call -> System.out.println("on a JVM " + call));
    run.broken.forEach(call -> System.out.println("natively " + call));
    run.sources.refused.forEach(
        (method, why) -> System.out.println("refused " + method + ": " + why));
    run.uncalled()
        .forEach((method, why) -> System.out.println("not called (" + why + ") " + method));
    run.different()
        .forEach(
            (name, example) -> {
              Comparison.Tally tally = run.methods.get(name);
              System.out.println(name + " " + tally.different + " of " + tally.alike);
              System.out.println(example);
            });
  }
}
