package coldbench.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The machine that a local run was measured on.
 *
 * @param architecture in Lambda's words: {@code x86_64} or {@code arm64}
 * @param memoryMb of the whole machine
 */
public record HostInfo(
    String os, String kernel, String cpu, int cpus, long memoryMb, String architecture) {
  private static final Pattern MODEL = Pattern.compile("(?m)^(?:model name|Model)\\s*:\\s*(.+)$");
  private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");

  /**
   * Looks at this machine.
   *
   * @return empty where functions for Lambda cannot run: not Linux, or neither x86_64 nor arm64
   */
  public static Optional<HostInfo> thisOne() {
    return hostArchitecture()
        .filter(architecture -> System.getProperty("os.name", "").equals("Linux"))
        .map(
            architecture ->
                new HostInfo(
                    field(
                        "/etc/os-release",
                        Pattern.compile("(?m)^PRETTY_NAME=\"?([^\"\\n]+)"),
                        "Linux"),
                    System.getProperty("os.version", "unknown"),
                    field("/proc/cpuinfo", MODEL, "unknown"),
                    Runtime.getRuntime().availableProcessors(),
                    Long.parseLong(field("/proc/meminfo", TOTAL, "0")) / 1024,
                    architecture));
  }

  /**
   * This machine, where functions are to run.
   *
   * @throws UnavailableHereException where functions for Lambda cannot run
   */
  public static HostInfo required() {
    return thisOne()
        .orElseThrow(
            () ->
                new UnavailableHereException(
                    "functions for Lambda run on Linux on x86_64 or arm64, this is %s on %s: use such"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
                        + " a machine, real or virtual; deploying (npx cdk deploy) and"
                        + " 'report' work here"));
  }

  private static Optional<String> hostArchitecture() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> Optional.of("x86_64");
      case "aarch64", "arm64" -> Optional.of("arm64");
      default -> Optional.empty();
    };
  }

  private static String field(String file, Pattern pattern, String otherwise) {
    try {
      Matcher found = pattern.matcher(Files.readString(Path.of(file)));
      return found.find() ? found.group(1).strip() : otherwise;
    } catch (IOException e) {
      return otherwise;
    }
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("os", os)
        .put("kernel", kernel)
        .put("cpu", cpu)
        .put("cpus", cpus)
        .put("memoryMb", memoryMb)
        .put("architecture", architecture);
  }
}
