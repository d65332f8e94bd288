package coldbench.semantics.classes.java.util.concurrent;

import java.io.Serializable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * On the one thread that there is: what is forked is done at once. Source:
 * https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/concurrent/ForkJoinTask.html
 */
public abstract class ForkJoinTask<V> implements Future<V>, Serializable {
  private static final long serialVersionUID = 1;

  private boolean done;
  private Throwable failure;

  public abstract V getRawResult();

  protected abstract void setRawResult(V value);

  protected abstract boolean exec();

  private void doExec() {
    if (!done) {
      try {
        done = exec();
      } catch (Throwable e) {
        failure = e;
        done = true;
      }
    }
  }

  public final ForkJoinTask<V> fork() {
    doExec();
    return this;
  }

  public final V join() {
    doExec();
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    return getRawResult();
  }

  public final V invoke() {
    return join();
  }

  @Override
  public final V get() throws ExecutionException {
    doExec();
    if (failure instanceof CancellationException e) {
      throw e;
    }
    if (failure != null) {
      throw new ExecutionException(failure);
    }
    return getRawResult();
  }

  @Override
  public final V get(long time, TimeUnit unit) throws ExecutionException {
    return get();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (!done) {
      failure = new CancellationException();
      done = true;
    }
    return isCancelled();
  }

  @Override
  public final boolean isCancelled() {
    return failure instanceof CancellationException;
  }

  @Override
  public final boolean isDone() {
    return done;
  }
}
