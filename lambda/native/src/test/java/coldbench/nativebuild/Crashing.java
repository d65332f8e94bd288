package coldbench.nativebuild;

/** A program that waits where it should not, prints to both outputs and throws at its end. */
@SuppressWarnings({"WaitNotInLoop", "NakedNotify", "ThreadPriorityCheck", "SystemOut"})
public final class Crashing {
  private Crashing() {}

  /** Waits while it is initialized. */
  static final class Client {
    static final int TRIES;

    static {
      int tries = 1;
      try {
        Thread.sleep(2);
        Object lock = new Object();
        synchronized (lock) {
          lock.wait(2);
          lock.notifyAll();
        }
        Thread.yield();
        tries = 2;
      } catch (InterruptedException e) {
        tries = 3;
      }
      TRIES = tries;
    }

    private Client() {}
  }

  public static void main(String[] args) {
    System.out.println("tries " + Client.TRIES);
    System.err.println("to standard error: \u00e9");
    System.out.println("controls " + "\u0080a\u0085f\u009f\\u0085".chars().sum());
    Thread.currentThread().interrupt();
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      System.out.println(e);
    }
    System.out.print("a line that is not ended");
    fail(2);
  }

  private static void fail(int depth) {
    if (depth > 0) {
      fail(depth - 1);
    } else {
      try {
        throw new IllegalStateException(
            "\u00f6, \u20ac and \ud83d\ude00", new RuntimeException("why"));
      } catch (IllegalStateException e) {
        e.addSuppressed(new IllegalArgumentException((String) null));
        throw e;
      }
    }
  }
}
