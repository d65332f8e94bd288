package coldbench.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * Ends the function processes and removes their folder when the JVM is gone, however it went: a
 * shell reads from a pipe whose other end only the JVM has, so a killed JVM closes it, too. Signals
 * of a terminal do not reach it before its work is done.
 */
final class Watchdog implements AutoCloseable {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      pids=' '
      while read -r word pid; do
        case $word in
          watch) pids="$pids$pid " ;;
          forget) pids="${pids%% $pid *} ${pids#* $pid }" ;;
        esac
      done
      for pid in $pids; do kill -9 "$pid" 2>/dev/null; done
      rm -rf "$1"
      """;

  private final Process shell;
  private final OutputStream orders;

  private Watchdog(Process shell) {
    this.shell = shell;
    this.orders = shell.getOutputStream();
  }

  /**
   * @param folder removed at the end
   */
  static Watchdog start(Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", SCRIPT, "coldbench-watchdog", folder.toString());
    builder.directory(Path.of("/").toFile());
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    return new Watchdog(builder.start());
  }

  void watch(long pid) throws IOException {
    order("watch " + pid);
  }

  void forget(long pid) throws IOException {
    order("forget " + pid);
  }

  private synchronized void order(String line) throws IOException {
    orders.write((line + "\n").getBytes(UTF_8));
    orders.flush();
  }

  /** Ends what is still watched, removes the folder and returns when that is done. */
  @Override
  public void close() {
    try {
      orders.close();
      shell.waitFor();
    } catch (IOException e) {
      // The shell is gone already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // It goes on without being waited for.
    }
  }
}
