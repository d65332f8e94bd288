package coldbench.differential.library;

import java.util.function.*;

/** Functional interfaces to call methods with; what is handed to them is noted. */
@SuppressWarnings({"rawtypes", "unchecked"})
abstract class FunctionPool extends ValuePool {
  FunctionPool(long seed) {
    super(seed);
  }

  private void note(Object a, Object b) {
    if (noted.length() < 200) {
      noted.append(Describe.of(a)).append(b == null ? "" : "," + Describe.of(b)).append(';');
    }
  }

  private static boolean odd(Object a) {
    return (number(a) & 1) == 1;
  }

  private static int number(Object a) {
    return a instanceof Integer i
        ? i
        : a instanceof CharSequence s ? s.length() : a == null ? -1 : 7;
  }

  private static Object mapped(Object a) {
    return a instanceof Integer i ? (Object) (i / 2) : a instanceof String s ? s + "." : a;
  }

  private static Object combined(Object a, Object b) {
    return a instanceof Integer i && b instanceof Integer j ? (Object) (i * 3 + j) : b;
  }

  BiConsumer biConsumer() {
    return (a, b) -> note(a, b);
  }

  BiFunction biFunction() {
    return (a, b) -> combined(a, b);
  }

  BiPredicate biPredicate() {
    return (a, b) -> odd(a) != odd(b);
  }

  BinaryOperator binaryOperator() {
    return (a, b) -> combined(a, b);
  }

  BooleanSupplier booleanSupplier() {
    return () -> z();
  }

  Consumer consumer() {
    return a -> note(a, null);
  }

  DoubleBinaryOperator doubleBinaryOperator() {
    return (a, b) -> a * 31 + b;
  }

  DoubleConsumer doubleConsumer() {
    return a -> note(a, null);
  }

  DoubleFunction doubleFunction() {
    return a -> a;
  }

  DoublePredicate doublePredicate() {
    return a -> a > 1;
  }

  DoubleSupplier doubleSupplier() {
    return () -> d();
  }

  DoubleToIntFunction doubleToIntFunction() {
    return a -> (int) a;
  }

  DoubleToLongFunction doubleToLongFunction() {
    return a -> (long) a;
  }

  DoubleUnaryOperator doubleUnaryOperator() {
    return a -> a * 2;
  }

  Function function() {
    return a -> mapped(a);
  }

  IntBinaryOperator intBinaryOperator() {
    return (a, b) -> a * 31 + b;
  }

  IntConsumer intConsumer() {
    return a -> note(a, null);
  }

  IntFunction intFunction() {
    return a -> a > 3 ? null : (Object) a;
  }

  IntPredicate intPredicate() {
    return a -> (a & 1) == 0;
  }

  IntSupplier intSupplier() {
    return () -> i();
  }

  IntToDoubleFunction intToDoubleFunction() {
    return a -> a / 3.0;
  }

  IntToLongFunction intToLongFunction() {
    return a -> a * 3L;
  }

  IntUnaryOperator intUnaryOperator() {
    return a -> a * 2 + 1;
  }

  LongBinaryOperator longBinaryOperator() {
    return (a, b) -> a * 31 + b;
  }

  LongConsumer longConsumer() {
    return a -> note(a, null);
  }

  LongFunction longFunction() {
    return a -> a > 3 ? null : (Object) a;
  }

  LongPredicate longPredicate() {
    return a -> (a & 1) == 0;
  }

  LongSupplier longSupplier() {
    return () -> j();
  }

  LongToDoubleFunction longToDoubleFunction() {
    return a -> a / 3.0;
  }

  LongToIntFunction longToIntFunction() {
    return a -> (int) a;
  }

  LongUnaryOperator longUnaryOperator() {
    return a -> a * 2 + 1;
  }

  ObjDoubleConsumer objDoubleConsumer() {
    return (a, b) -> note(a, b);
  }

  ObjIntConsumer objIntConsumer() {
    return (a, b) -> note(a, b);
  }

  ObjLongConsumer objLongConsumer() {
    return (a, b) -> note(a, b);
  }

  Predicate predicate() {
    return a -> odd(a);
  }

  Supplier supplier() {
    return () -> object();
  }

  ToDoubleBiFunction toDoubleBiFunction() {
    return (a, b) -> number(a) * 31.0 + number(b);
  }

  ToDoubleFunction toDoubleFunction() {
    return a -> number(a) / 2.0;
  }

  ToIntBiFunction toIntBiFunction() {
    return (a, b) -> number(a) * 31 + number(b);
  }

  ToIntFunction toIntFunction() {
    return a -> number(a);
  }

  ToLongBiFunction toLongBiFunction() {
    return (a, b) -> number(a) * 31L + number(b);
  }

  ToLongFunction toLongFunction() {
    return a -> number(a);
  }

  UnaryOperator unaryOperator() {
    return a -> mapped(a);
  }
}
