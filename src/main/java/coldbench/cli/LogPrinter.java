package coldbench.cli;

import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LogListener;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/** Prints what functions log, each line after the function's label. */
final class LogPrinter implements LogListener {
  private final PrintWriter out;
  private final Map<String, String> labels = new TreeMap<>();

  /**
   * A printer.
   *
   * @param functions by label
   */
  LogPrinter(PrintWriter out, Map<String, FunctionSpec> functions) {
    this.out = out;
    int widest = functions.keySet().stream().mapToInt(String::length).max().orElse(1);
    functions.forEach(
        (label, function) -> labels.put(function.name(), ("%-" + widest + "s").formatted(label)));
  }

  @Override
  public void logged(String function, String log) {
    String head = labels.getOrDefault(function, function) + " | ";
    StringBuilder text = new StringBuilder();
    log.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> text.append(head).append(line.stripTrailing()).append('\n'));
    out.print(text); // All at once: invocations may end at the same time.
    out.flush();
  }
}
