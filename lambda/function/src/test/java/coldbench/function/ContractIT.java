package coldbench.function;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.testing.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java function natively on each architecture that runs here and on a JVM, and bare.c; their
 * answers are as README.md writes them to the letter.
 */
class ContractIT extends ContractCases {
  private static final String BARE = "bare";

  @Override
  Stream<Launcher> launchers() {
    return Stream.concat(
        Launcher.all("coldbench.function.Main", Path.of(System.getProperty("native.folder"))),
        Launcher.natives(Path.of(System.getProperty("bare.folder")))
            .map(each -> new Launcher(BARE + " " + each.name(), each.command())));
  }

  @Override
  String runtime(Launcher launcher) {
    return launcher.name().startsWith(BARE) ? BARE : "java";
  }

  /** On this machine the kernel's own files say what the answer must say. */
  @ParameterizedTest
  @MethodSource("launchers")
  void askedForTheSandboxItTellsWhatTheKernelTells(Launcher launcher) throws Exception {
    started(
        launcher,
        function -> {
          String kernel = Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
          assertThat(function.answer("{\"coldbench\": \"sandbox\"}"))
              .startsWith("{\"statusCode\": 200, ")
              .contains("{\\\"cpuinfo\\\": \\\"", "\\\"kernel\\\": \\\"" + kernel)
              .contains("\\\"meminfo\\\": \\\"MemTotal: ")
              .doesNotContain("fib_result");
          // The next event is answered as ever.
          assertThat(function.answer("{}")).matches(answer200(launcher, 102334155, 40));
        });
  }
}
