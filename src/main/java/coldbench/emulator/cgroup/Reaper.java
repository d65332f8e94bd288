package coldbench.emulator.cgroup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/**
 * Ends the function processes and removes their control groups and folder when the JVM is gone,
 * however it went: a shell reads from a pipe whose other end only the JVM has, so a killed JVM
 * closes it, too. Signals of a terminal do not reach it before its work is done.
 */
public final class Reaper implements AutoCloseable {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      pids=' '
      groups=' '
      moved=
      while read -r order what; do
        case $order in
          watch) pids="$pids$what " ;;
          forget) pids="${pids%% $what *} ${pids#* $what }" ;;
          group) groups="$groups$what " ;;
          moved) moved=$what ;;
        esac
      done
      for group in $groups; do
        if [ -e "$group/freezer.state" ]; then echo THAWED > "$group/freezer.state"; fi
      done
      for pid in $pids; do kill -9 "$pid"; done
      for group in $groups; do
        tries=0
        while [ -d "$group" ] && [ $tries -lt 100 ]; do
          while read -r pid; do kill -9 "$pid"; done < "$group/cgroup.procs"
          rmdir "$group" || sleep 0.02
          tries=$((tries + 1))
        done
      done
      # Not while another tool that was started there has its functions beside: its reaper will.
      if [ -d "$moved" ]; then
        while read -r pid; do
          if [ "$pid" != $$ ] && grep -q coldbench-reaper "/proc/$pid/cmdline"; then moved=; fi
        done < "$moved/cgroup.procs"
      fi
      if [ -d "$moved" ]; then
        echo '-cpu -memory' > "${moved%/*}/cgroup.subtree_control"
        tries=0
        while [ -d "$moved" ] && [ $tries -lt 100 ]; do
          while read -r pid; do echo "$pid" > "${moved%/*}/cgroup.procs"; done < "$moved/cgroup.procs"
          rmdir "$moved" || sleep 0.02
          tries=$((tries + 1))
        done
      fi
      rm -rf "$1"
      """;

  private final Process shell;
  private final OutputStream orders;

  private Reaper(Process shell) {
    this.shell = shell;
    this.orders = shell.getOutputStream();
  }

  /**
   * Starts it.
   *
   * @param folder removed at the end
   */
  static Reaper start(Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", SCRIPT, "coldbench-reaper", folder.toString());
    builder.directory(Path.of("/").toFile());
    builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
    return new Reaper(builder.start());
  }

  public void watch(long pid, List<Path> groups) throws IOException {
    StringBuilder lines = new StringBuilder("watch " + pid + "\n");
    groups.forEach(group -> lines.append("group ").append(group).append('\n'));
    order(lines.toString());
  }

  /** A control group whose processes go back into the one above it at the end. */
  void putBack(Path group) throws IOException {
    order("moved " + group + "\n");
  }

  /** A process that has ended; its groups have names that never come again. */
  public void forget(long pid) throws IOException {
    order("forget " + pid + "\n");
  }

  private synchronized void order(String lines) throws IOException {
    orders.write(lines.getBytes(UTF_8));
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
