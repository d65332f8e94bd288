package coldbench.differential;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The native executable of one architecture. The one of another machine runs under qemu-user,
 * package qemu-user-static, and is left out where that is missing.
 */
record Executable(String architecture, List<String> prefix, Path bootstrap) {
  static Stream<Executable> all(Path folder) {
    List<Executable> all = new ArrayList<>();
    String here = Program.architecture();
    for (String architecture : List.of("x86_64", "arm64")) {
      Path bootstrap = folder.resolve(architecture).resolve("bootstrap");
      Path emulator = emulator(architecture);
      if (!Files.exists(bootstrap)) {
        continue;
      }
      if (architecture.equals(here)) {
        all.add(new Executable(architecture, List.of(), bootstrap));
      } else if (Files.isExecutable(emulator)) {
        all.add(new Executable(architecture, List.of(emulator.toString()), bootstrap));
      } else {
        System.out.println(
            architecture + " is left out: install qemu-user-static to run it on this machine");
      }
    }
    return all.stream();
  }

  private static Path emulator(String architecture) {
    return Path.of(
        "/usr/bin/qemu-" + (architecture.equals("arm64") ? "aarch64" : "x86_64") + "-static");
  }

  boolean emulated() {
    return !prefix.isEmpty();
  }

  List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(bootstrap.toString());
    command.addAll(List.of(arguments));
    return command;
  }

  @Override
  public String toString() {
    return architecture;
  }
}
