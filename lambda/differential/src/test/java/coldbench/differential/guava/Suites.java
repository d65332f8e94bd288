package coldbench.differential.guava;

import com.google.common.collect.testing.AbstractTester;
import com.google.common.collect.testing.CollectionTestSuiteBuilder;
import com.google.common.collect.testing.ConcurrentMapTestSuiteBuilder;
import com.google.common.collect.testing.FeatureSpecificTestSuiteBuilder;
import com.google.common.collect.testing.ListTestSuiteBuilder;
import com.google.common.collect.testing.MapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableMapTestSuiteBuilder;
import com.google.common.collect.testing.NavigableSetTestSuiteBuilder;
import com.google.common.collect.testing.QueueTestSuiteBuilder;
import com.google.common.collect.testing.SetTestSuiteBuilder;
import com.google.common.collect.testing.SortedMapTestSuiteBuilder;
import com.google.common.collect.testing.SortedSetTestSuiteBuilder;
import com.google.common.collect.testing.TestCollectionGenerator;
import com.google.common.collect.testing.TestListGenerator;
import com.google.common.collect.testing.TestMapGenerator;
import com.google.common.collect.testing.TestQueueGenerator;
import com.google.common.collect.testing.TestSetGenerator;
import com.google.common.collect.testing.TestSortedMapGenerator;
import com.google.common.collect.testing.TestSortedSetGenerator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import junit.framework.Test;
import junit.framework.TestSuite;

/** The tests of a subject, as testlib's builders choose them by its features. */
final class Suites {
  private Suites() {}

  /** Those of its views too, in testlib's order; each knows its method and its generator. */
  static List<AbstractTester<?>> of(Subject subject) {
    FeatureSpecificTestSuiteBuilder<?, ?> builder = builder(subject);
    builder.named(subject.name()).withFeatures(subject.features);
    List<AbstractTester<?>> tests = new ArrayList<>();
    collect(builder.createTestSuite(), tests);
    return tests;
  }

  private static void collect(Test test, List<AbstractTester<?>> tests) {
    if (test instanceof TestSuite suite) {
      Collections.list(suite.tests()).forEach(inner -> collect(inner, tests));
    } else {
      tests.add((AbstractTester<?>) test);
    }
  }

  private static FeatureSpecificTestSuiteBuilder<?, ?> builder(Subject subject) {
    Object made = subject.generator;
    return switch (subject.kind) {
      case COLLECTION -> CollectionTestSuiteBuilder.using((TestCollectionGenerator<?>) made);
      case LIST -> ListTestSuiteBuilder.using((TestListGenerator<?>) made);
      case SET -> SetTestSuiteBuilder.using((TestSetGenerator<?>) made);
      case SORTED_SET -> SortedSetTestSuiteBuilder.using((TestSortedSetGenerator<?>) made);
      case NAVIGABLE_SET -> NavigableSetTestSuiteBuilder.using((TestSortedSetGenerator<?>) made);
      case QUEUE -> QueueTestSuiteBuilder.using((TestQueueGenerator<?>) made);
      case MAP -> MapTestSuiteBuilder.using((TestMapGenerator<?, ?>) made);
      case SORTED_MAP -> SortedMapTestSuiteBuilder.using((TestSortedMapGenerator<?, ?>) made);
      case NAVIGABLE_MAP -> NavigableMapTestSuiteBuilder.using((TestSortedMapGenerator<?, ?>) made);
      case CONCURRENT_MAP -> ConcurrentMapTestSuiteBuilder.using((TestMapGenerator<?, ?>) made);
    };
  }
}
