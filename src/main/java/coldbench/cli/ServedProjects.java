package coldbench.cli;

import coldbench.emulator.CpuMode;
import coldbench.emulator.EmulatorSettings;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LocalLambda;
import coldbench.local.LocalRuntimes;
import coldbench.local.LocalServices;
import coldbench.local.Prerequisite;
import coldbench.local.dynamodb.LocalTable;
import coldbench.project.BuildFailedException;
import coldbench.project.Changes;
import coldbench.project.InvalidProjectException;
import coldbench.project.LocalProject;
import coldbench.project.QuickBuild;
import coldbench.url.FunctionUrl;
import coldbench.url.UrlAuth;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The URLs of native Java functions of one's own.
 *
 * @param port the first one's; the next ones follow
 */
record ServedProjects(
    List<LocalProject> projects,
    CpuMode cpu,
    UrlAuth auth,
    int port,
    PrintWriter out,
    PrintWriter err) {
  private static final Duration LOOK = Duration.ofMillis(200);

  /** One of them, and what is known of its sources. */
  private record Watched(LocalProject local, Changes changes, QuickBuild quick) {}

  /** Serves until a signal ends the process; the functions end with it. */
  void serve(boolean watch) throws Exception {
    Prerequisite.MAVEN.require();
    Map<String, FunctionSpec> functions = new LinkedHashMap<>();
    Map<String, List<LocalTable>> tables = new LinkedHashMap<>();
    for (LocalProject local : projects) {
      local.notes().forEach(err::println);
      tables.put(local.project().name(), local.tables());
    }
    List<Watched> watched = new ArrayList<>();
    for (LocalProject local : projects) {
      Changes changes = new Changes(local.project());
      new Builds(err).of(local);
      QuickBuild quick = new QuickBuild(local.project());
      // The first compilation of a JVM takes seconds, so that nobody waits for it later.
      boolean warm = watch && !local.isNative();
      functions.put(local.project().name(), warm ? local.spec(quick.build()) : local.spec());
      watched.add(new Watched(local, changes, quick));
    }
    EmulatorSettings settings =
        LocalRuntimes.prepare(functions, projects.get(0).architecture(), err::println)
            .in(
                EmulatorSettings.defaults()
                    .withCpu(cpu)
                    .withLog(new LogPrinter(out, functions, () -> {}))
                    .withoutWarmUp());
    try (LocalServices services = LocalServices.start(functions, tables, err::println);
        LocalLambda lambda = new LocalLambda(settings)) {
      int next = port;
      for (Map.Entry<String, FunctionSpec> function : services.functions().entrySet()) {
        lambda.createFunction(function.getValue());
        FunctionUrl url =
            ServeCommand.open(lambda, function.getKey(), function.getKey(), auth, next++, out);
        out.printf("%-8s %s%n", function.getKey(), url.uri());
      }
      for (LocalProject local : projects) {
        String invoke = "invoke " + local.project().folder() + (local.isNative() ? "" : " --jvm");
        local
            .event()
            .ifPresent(
                event ->
                    ServeCommand.tell(
                        local.project().name(), event, CalledAs.command(invoke), err));
      }
      out.println("Press Ctrl-C to stop.");
      if (!watch) {
        new CountDownLatch(1).await();
      }
      while (true) {
        Thread.sleep(LOOK.toMillis());
        for (Watched each : watched) {
          Changes.Seen seen = each.changes.look();
          if (seen != Changes.Seen.NOTHING) {
            rebuild(services, lambda, each, seen);
          }
        }
      }
    }
  }

  /** What cannot be built is said, and what was built last goes on. */
  private void rebuild(LocalServices services, LocalLambda lambda, Watched each, Changes.Seen seen)
      throws Exception {
    long start = System.nanoTime();
    LocalProject local = each.local;
    String name = local.project().name();
    try {
      if (local.isNative() || seen == Changes.Seen.BUILD) {
        new Builds(err).of(local);
      }
      FunctionSpec function = local.isNative() ? local.spec() : local.spec(each.quick.build());
      lambda.replaceFunction(services.placed(name, function));
      err.printf("Rebuilt %s in %.1f s%n", name, (System.nanoTime() - start) / 1e9);
    } catch (BuildFailedException | InvalidProjectException e) {
      err.println(e.getMessage());
      err.println(name + " stays as it was");
    }
  }
}
