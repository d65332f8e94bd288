package coldbench.differential.guava;

import com.google.common.collect.testing.AbstractTester;

/** Runs a test as JUnit does, by its number instead of by reflection. */
public final class Trial {
  /** The tests of a class. */
  public interface Tests<T> {
    T tester();

    /** Calls the test of that number. */
    void call(T tester, int test) throws Throwable;
  }

  static final String THROWN = " threw ";
  static final String MESSAGE = ": ";
  static final String PASSED = " passed ";

  private static final int MOST_OF_A_MESSAGE = 200;

  private Trial() {}

  /**
   * Prints a line for each test that threw something, with its type and message, and one with how
   * many passed.
   *
   * @param suite testlib's name of it
   * @param names the tests of the class, by their numbers
   * @param numbers of those that are run, with a space between them
   */
  public static <G, T extends AbstractTester<? super G>> void run(
      String suite, G generator, Tests<T> tests, String[] names, String numbers) {
    StringBuilder lines = new StringBuilder();
    int passed = 0;
    for (String number : numbers.split(" ")) {
      int test = Integer.parseInt(number);
      try {
        runOne(suite, generator, tests, test);
        passed++;
      } catch (Throwable e) {
        lines.append(names[test]).append(' ').append(suite).append(THROWN);
        lines.append(e.getClass().getName()).append(MESSAGE);
        lines.append(inOneLine(String.valueOf(e.getMessage()))).append('\n');
      }
    }
    String name = names[0].substring(0, names[0].indexOf('.'));
    lines.append(name).append(' ').append(suite).append(PASSED).append(passed).append('\n');
    System.out.print(lines);
  }

  private static <G, T extends AbstractTester<? super G>> void runOne(
      String suite, G generator, Tests<T> tests, int test) throws Throwable {
    T tester = tests.tester();
    tester.init(generator, suite);
    tester.setUp();
    try {
      tests.call(tester, test);
    } finally {
      tester.tearDown();
    }
  }

  private static String inOneLine(String message) {
    String line = message.replace('\n', ' ');
    return line.length() > MOST_OF_A_MESSAGE ? line.substring(0, MOST_OF_A_MESSAGE) : line;
  }
}
