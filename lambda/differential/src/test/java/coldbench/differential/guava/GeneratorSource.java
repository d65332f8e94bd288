package coldbench.differential.guava;

import com.google.common.collect.testing.DerivedCollectionGenerators.SortedMapSubmapTestMapGenerator;
import com.google.common.collect.testing.DerivedCollectionGenerators.SortedSetSubsetTestSetGenerator;
import com.google.common.collect.testing.DerivedGenerator;
import com.google.common.collect.testing.OneSizeGenerator;
import java.lang.reflect.Field;

/** The expression that makes the same generator as one of testlib's builders made. */
final class GeneratorSource {
  private GeneratorSource() {}

  static String of(Object generator, Subject subject) throws ReflectiveOperationException {
    if (generator == subject.generator) {
      return "coldbench.differential.guava.Subject." + subject.name() + ".generator()";
    }
    if (generator instanceof OneSizeGenerator<?, ?> sized) {
      String size = ", com.google.common.collect.testing.features.CollectionSize.";
      return made(sized, of(sized.getInnerGenerator(), subject) + size + sized.getCollectionSize());
    }
    if (generator instanceof SortedSetSubsetTestSetGenerator<?> subset) {
      String bounds = bound(subset.getTo()) + bound(subset.getFrom());
      return made(subset, of(subset.getInnerGenerator(), subject) + bounds);
    }
    if (generator instanceof SortedMapSubmapTestMapGenerator<?, ?> submap) {
      String bounds = bound(submap.getTo()) + bound(submap.getFrom());
      return made(submap, of(submap.getInnerGenerator(), subject) + bounds);
    }
    if (generator instanceof DerivedGenerator derived) {
      return made(derived, of(derived.getInnerGenerator(), subject));
    }
    return descending(generator, subject);
  }

  private static String descending(Object generator, Subject subject)
      throws ReflectiveOperationException {
    Class<?> type = generator.getClass();
    boolean isMap = type.getSimpleName().equals("DescendingTestMapGenerator");
    if (!isMap && !type.getName().contains(".NavigableSetTestSuiteBuilder$")) {
      throw new IllegalStateException(type + " is none of the generators that are known");
    }
    Field ascending =
        isMap
            ? type.getSuperclass().getDeclaredField("delegate")
            : type.getDeclaredField("val$delegate");
    ascending.setAccessible(true);
    return "new coldbench.differential.guava."
        + (isMap ? "DescendingMap((" : "DescendingSet((")
        + (isMap ? "TestSortedMapGenerator) " : "TestSetGenerator) ")
        + of(ascending.get(generator), subject)
        + ")";
  }

  private static String bound(Enum<?> bound) {
    return ", com.google.common.collect.testing.DerivedCollectionGenerators.Bound." + bound.name();
  }

  private static String made(Object generator, String arguments) {
    return "new " + generator.getClass().getCanonicalName() + "(" + arguments + ")";
  }
}
