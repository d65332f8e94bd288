package coldbench.caller;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The measured function does not grow by a byte: with these libraries on its class path it becomes
 * the same C, and nothing is added to that.
 */
@Tag("long")
class UnusedIT {
  @TempDir private Path folder;

  @Test
  void aFunctionThatDoesNotCallOutIsTheSameWithAndWithoutTheLibraries() throws Exception {
    Path with = build("with", entry -> true);
    Path without = build("without", entry -> !isOurs(entry));
    assertThat(sources(with)).isNotEmpty().isEqualTo(sources(without));
    assertThat(with.resolve("parts")).doesNotExist();
    assertThat(Files.readString(with.resolve("x86_64/bootstrap")))
        .isEqualTo(Files.readString(without.resolve("x86_64/bootstrap")));
  }

  private static boolean isOurs(String entry) {
    return Stream.of("https", "aws", "caller")
        .anyMatch(
            module ->
                entry.contains("coldbench-" + module + "-")
                    || entry.contains(File.separator + module + File.separator + "target"));
  }

  /** With a C compiler that only says what it was given beside the names of files. */
  private Path build(String name, Predicate<String> wanted) throws Exception {
    Path target = folder.resolve(name);
    Path cc = folder.resolve("cc");
    Files.writeString(
        cc,
        """
        #!/bin/sh
        [ $1 = --version ] && exit
        all=$(echo "$@" | tr ' ' '\\n' | grep -v /)
        while [ $1 != -o ]; do shift; done
        echo "$all" > $2
        """);
    assertThat(cc.toFile().setExecutable(true)).isTrue();
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(wanted)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2"));
    command.addAll(List.of("-cp", classPath, "coldbench.nativebuild.Main"));
    command.addAll(List.of("coldbench.function.Main", "x86_64", target.toString(), cc.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return target;
  }

  private static Map<String, String> sources(Path target) throws Exception {
    Map<String, String> sources = new TreeMap<>();
    Path c = target.resolve("c");
    try (Stream<Path> tree = Files.walk(c)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        sources.put(c.relativize(file).toString(), Files.readString(file));
      }
    }
    return sources;
  }
}
