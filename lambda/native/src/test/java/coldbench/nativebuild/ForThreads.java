package coldbench.nativebuild;

import java.lang.ref.ReferenceQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A program that asks for what only several threads need. */
public final class ForThreads {
  private ForThreads() {}

  @SuppressWarnings("LockNotBeforeTry") // it is never built
  public static void main(String[] args) throws InterruptedException {
    Lock lock = new ReentrantLock();
    System.out.println(new ReferenceQueue<String>().remove(1));
    lock.lock();
    new Worker().start();
  }

  static final class Worker extends Thread {
    @Override
    public void run() {
      System.out.println("never");
    }
  }

  static void neverCalled() {
    System.out.println(ForkJoinPool.commonPool());
  }
}
