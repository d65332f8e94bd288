package coldbench.cli;

import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LogListener;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;

/** Prints what functions log, each line after the function's label. */
final class LogPrinter implements LogListener {
  private final PrintWriter out;
  private final Runnable before;
  private final Map<String, String> labels = new TreeMap<>();

  /**
   * A printer.
   *
   * @param functions by label
   * @param before ends a line that something else has begun
   */
  LogPrinter(PrintWriter out, Map<String, FunctionSpec> functions, Runnable before) {
    this.out = out;
    this.before = before;
    int widest = functions.keySet().stream().mapToInt(String::length).max().orElse(1);
    functions.forEach(
        (label, function) -> labels.put(function.name(), ("%-" + widest + "s").formatted(label)));
  }

  @Override
  public synchronized void logged(String function, String log) {
    String head = labels.getOrDefault(function, function) + " | ";
    StringBuilder text = new StringBuilder();
    log.lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> text.append(head).append(line.stripTrailing()).append('\n'));
    before.run();
    out.print(text);
    out.flush();
  }
}
