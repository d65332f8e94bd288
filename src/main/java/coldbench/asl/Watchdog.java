package coldbench.asl;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends calls that take too long, by interrupting the thread they run in: no call changes threads
 * for the sake of its timeout.
 */
final class Watchdog implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer;

  /** A call to a service. */
  interface Call<T> {
    T run() throws TaskFailedException, InterruptedException;
  }

  /** The call was ended by its limit. */
  static final class TimedOutException extends Exception {
    TimedOutException() {
      super("timed out", null, false, false);
    }
  }

  Watchdog() {
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "asl-timeouts");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  <T> T call(Optional<Duration> limit, Call<T> call)
      throws TaskFailedException, InterruptedException, TimedOutException {
    if (limit.isEmpty()) {
      return call.run();
    }
    Alarm alarm = new Alarm(Thread.currentThread());
    Future<?> scheduled = timer.schedule(alarm, limit.get().toNanos(), TimeUnit.NANOSECONDS);
    try {
      T result = call.run();
      alarm.stop();
      return result;
    } catch (TaskFailedException | InterruptedException e) {
      alarm.stop();
      throw e;
    } finally {
      alarm.silence();
      scheduled.cancel(false);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static final class Alarm implements Runnable {
    private final Thread caller;
    private boolean over;
    private boolean rung;

    Alarm(Thread caller) {
      this.caller = caller;
    }

    @Override
    public synchronized void run() {
      if (!over) {
        rung = true;
        caller.interrupt();
      }
    }

    synchronized void silence() {
      over = true;
    }

    /** From here on the caller is left alone; throws if its time was over before. */
    synchronized void stop() throws TimedOutException {
      over = true;
      if (rung) {
        Thread.interrupted(); // The alarm's own, which a service may not have answered to.
        throw new TimedOutException();
      }
    }
  }
}
