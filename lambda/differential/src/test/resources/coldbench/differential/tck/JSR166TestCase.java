import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import junit.framework.TestCase;

/**
 * What the tests of the TCK with one thread have from their base class, in place of the one that
 * starts threads, makes pools and asks the JVM what they do. What is not here is missing on
 * purpose: the build refuses the tests that call it.
 */
public class JSR166TestCase extends TestCase {
  protected static final boolean expensiveTests = false;
  protected static final boolean testImplementationDetails = false;

  public static long SHORT_DELAY_MS = 1;
  public static long SMALL_DELAY_MS = 5;
  public static long MEDIUM_DELAY_MS = 10;
  public static long LONG_DELAY_MS = 100_000;
  public static long LONGER_DELAY_MS = 200_000;

  public static final int SIZE = 32;
  public static final Item[] defaultItems = seqItems(SIZE);
  public static final Item zero = itemFor(0);
  public static final Item one = itemFor(1);
  public static final Item two = itemFor(2);
  public static final Item three = itemFor(3);
  public static final Item four = itemFor(4);
  public static final Item five = itemFor(5);
  public static final Item six = itemFor(6);
  public static final Item seven = itemFor(7);
  public static final Item eight = itemFor(8);
  public static final Item nine = itemFor(9);
  public static final Item ten = itemFor(10);
  public static final Item minusOne = new Item(-1);
  public static final Item minusTwo = new Item(-2);
  public static final Item minusThree = new Item(-3);
  public static final Item minusFour = new Item(-4);
  public static final Item minusFive = new Item(-5);
  public static final Item minusSix = new Item(-6);
  public static final Item minusTen = new Item(-10);
  public static final Item fortytwo = new Item(42);
  public static final Item eightysix = new Item(86);
  public static final Item ninetynine = new Item(99);
  public static final String TEST_STRING = "a test string";

  public void setUp() {}

  public void tearDown() throws Exception {}

  static Item[] seqItems(int size) {
    Item[] items = new Item[size];
    for (int i = 0; i < size; i++) {
      items[i] = new Item(i);
    }
    return items;
  }

  static Item itemFor(int i) {
    return i >= 0 && i < defaultItems.length ? defaultItems[i] : new Item(i);
  }

  public static boolean atLeastJava9() {
    return true;
  }

  public static boolean atLeastJava10() {
    return true;
  }

  static boolean randomBoolean() {
    return ThreadLocalRandom.current().nextBoolean();
  }

  static TimeUnit randomTimeUnit() {
    TimeUnit[] units = TimeUnit.values();
    return units[ThreadLocalRandom.current().nextInt(units.length)];
  }

  static long randomTimeout() {
    return ThreadLocalRandom.current().nextInt(4);
  }

  static long randomExpiredTimeout() {
    return -ThreadLocalRandom.current().nextInt(4);
  }

  static <T> void shuffle(T[] array) {
    for (int i = array.length; i > 1; i--) {
      int other = ThreadLocalRandom.current().nextInt(i);
      T last = array[i - 1];
      array[i - 1] = array[other];
      array[other] = last;
    }
  }

  public void shouldThrow() {
    fail("an exception should have been thrown");
  }

  public void shouldThrow(String exception) {
    fail(exception + " should have been thrown");
  }

  interface Action {
    void run() throws Throwable;
  }

  public void assertThrows(Class<? extends Throwable> type, Action... actions) {
    for (Action action : actions) {
      Throwable thrown = null;
      try {
        action.run();
      } catch (Throwable e) {
        thrown = e;
      }
      assertTrue(type + " expected, " + thrown + " thrown", type.isInstance(thrown));
    }
  }

  public void assertIteratorExhausted(Iterator<?> iterator) {
    assertFalse(iterator.hasNext());
    assertThrows(NoSuchElementException.class, iterator::next);
  }

  void assertCollectionsEquals(Collection<?> a, Collection<?> b) {
    assertEquals(a, b);
    assertEquals(b, a);
    assertCollectionsEquivalent(a, b);
  }

  void assertCollectionsEquivalent(Collection<?> a, Collection<?> b) {
    assertEquals(a.size(), b.size());
    assertEquals(a.isEmpty(), b.isEmpty());
    assertTrue(a.containsAll(b));
    assertTrue(b.containsAll(a));
    assertEquals(a.toString(), b.toString());
  }

  static void mustEqual(Item a, Item b) {
    assertEquals(a, b);
  }

  static void mustEqual(Item a, int b) {
    assertEquals(a.value, b);
  }

  static void mustEqual(int a, Item b) {
    assertEquals(a, b.value);
  }

  static void mustEqual(int a, int b) {
    assertEquals(a, b);
  }

  static void mustEqual(Object a, Object b) {
    assertEquals(a, b);
  }

  static void mustEqual(int a, Object b) {
    assertEquals(itemFor(a), b);
  }

  static void mustEqual(Object a, int b) {
    assertEquals(a, itemFor(b));
  }

  static void mustEqual(boolean a, boolean b) {
    assertEquals(a, b);
  }

  static void mustEqual(long a, long b) {
    assertEquals(a, b);
  }

  static void mustEqual(double a, double b) {
    assertEquals(Double.doubleToLongBits(a), Double.doubleToLongBits(b));
  }

  static void mustContain(Collection<Item> all, int item) {
    assertTrue(all.contains(itemFor(item)));
  }

  static void mustContain(Collection<Item> all, Item item) {
    assertTrue(all.contains(item));
  }

  static void mustNotContain(Collection<Item> all, int item) {
    assertFalse(all.contains(itemFor(item)));
  }

  static void mustNotContain(Collection<Item> all, Item item) {
    assertFalse(all.contains(item));
  }

  static void mustRemove(Collection<Item> all, int item) {
    assertTrue(all.remove(itemFor(item)));
  }

  static void mustRemove(Collection<Item> all, Item item) {
    assertTrue(all.remove(item));
  }

  static void mustNotRemove(Collection<Item> all, int item) {
    assertFalse(all.remove(itemFor(item)));
  }

  static void mustNotRemove(Collection<Item> all, Item item) {
    assertFalse(all.remove(item));
  }

  static void mustAdd(Collection<Item> all, int item) {
    assertTrue(all.add(itemFor(item)));
  }

  static void mustAdd(Collection<Item> all, Item item) {
    assertTrue(all.add(item));
  }

  static void mustOffer(Queue<Item> all, int item) {
    assertTrue(all.offer(itemFor(item)));
  }

  static void mustOffer(Queue<Item> all, Item item) {
    assertTrue(all.offer(item));
  }
}
