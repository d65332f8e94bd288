package coldbench.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the branches of a Parallel or the items of a Map, up to a given number concurrently. */
final class Branches {
  private Branches() {}

  /** One branch or item. */
  interface Branch<T> {
    T run(int index) throws StateFailure, InterruptedException;
  }

  /**
   * Runs all and returns their results in the order of their indices. The first failure interrupts
   * those that run, starts no others and is thrown. No branch is running when this method returns
   * or throws.
   */
  static <T> List<T> run(int count, int atOnce, Branch<T> branch)
      throws StateFailure, InterruptedException {
    if (Math.min(count, atOnce) > 1) {
      return concurrently(count, Math.min(count, atOnce), branch);
    }
    List<T> results = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      results.add(branch.run(i));
    }
    return results;
  }

  private static <T> List<T> concurrently(int count, int threads, Branch<T> branch)
      throws StateFailure, InterruptedException {
    ExecutorService executor = Executors.newFixedThreadPool(threads, Branches::daemon);
    try {
      ExecutorCompletionService<T> ended = new ExecutorCompletionService<>(executor);
      List<Future<T>> futures = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        int index = i;
        futures.add(ended.submit(() -> branch.run(index)));
      }
      for (int i = 0; i < count; i++) {
        result(ended.take());
      }
      List<T> results = new ArrayList<>(count);
      for (Future<T> future : futures) {
        results.add(result(future));
      }
      return results;
    } finally {
      end(executor);
    }
  }

  private static <T> T result(Future<T> future) throws StateFailure, InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof StateFailure failure) {
        throw failure;
      } else if (cause instanceof InterruptedException interrupt) {
        throw interrupt;
      } else if (cause instanceof RuntimeException unchecked) {
        throw unchecked;
      } else if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(cause);
    }
  }

  /** Interrupts what runs and waits for it, so that no service is called any more afterwards. */
  private static void end(ExecutorService executor) {
    executor.shutdownNow();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = executor.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "asl-branch");
    thread.setDaemon(true);
    return thread;
  }
}
