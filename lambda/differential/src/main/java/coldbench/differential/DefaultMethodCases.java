package coldbench.differential;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Which of several default methods a class has that inherits them by more than one way. */
final class DefaultMethodCases {
  private DefaultMethodCases() {}

  interface Named {
    default String name() {
      return "Named";
    }
  }

  interface Renamed extends Named {
    @Override
    default String name() {
      return "Renamed";
    }
  }

  interface Between extends Renamed {}

  interface Twice extends Renamed {
    @Override
    default String name() {
      return "Twice " + Renamed.super.name();
    }
  }

  static class Parent implements Named {}

  static class BySuperclass extends Parent implements Renamed {}

  static class BySuperclassAndBetween extends Parent implements Between {}

  static class GeneralFirst implements Named, Renamed {}

  static class SpecialFirst implements Renamed, Named {}

  static class GeneralAgain extends BySuperclassAndBetween implements Named {}

  static class MoreSpecial extends BySuperclass implements Twice {}

  static class OwnMethod {
    public String name() {
      return "OwnMethod";
    }
  }

  static class ClassWins extends OwnMethod implements Renamed {}

  interface AbstractAgain extends Named {
    @Override
    String name();
  }

  abstract static class Unnamed extends Parent implements AbstractAgain {}

  static class NamedAtLast extends Unnamed {
    @Override
    public String name() {
      return "NamedAtLast";
    }
  }

  interface Both extends Named, Renamed {
    int value();

    default String described() {
      return name() + value();
    }
  }

  interface More extends Both, Twice {}

  interface Typed<T> {
    default String taken(T value) {
      return "Typed " + value;
    }
  }

  interface TypedText extends Typed<String> {
    @Override
    default String taken(String value) {
      return "TypedText " + value;
    }
  }

  static class TypedParent implements Typed<String> {}

  static class TypedChild extends TypedParent implements TypedText {}

  interface Loud extends Set<String> {
    @Override
    default void forEach(Consumer<? super String> each) {
      each.accept("Loud");
    }
  }

  static class OfTheLibrary extends AbstractCollection<String> implements Loud {
    @Override
    public Iterator<String> iterator() {
      return List.of("quiet").iterator();
    }

    @Override
    public int size() {
      return 1;
    }
  }

  static void run(Cases cases) {
    List<Named> all =
        List.of(
            new Parent(),
            new BySuperclass(),
            new BySuperclassAndBetween(),
            new GeneralFirst(),
            new SpecialFirst(),
            new GeneralAgain(),
            new MoreSpecial(),
            new NamedAtLast());
    for (Named named : all) {
      cases.add("default method of " + named.getClass().getSimpleName(), named::name);
    }
    cases.add("default method by its class", () -> new GeneralAgain().name());
    cases.add("default method by its superclass", () -> ((Parent) new BySuperclass()).name());
    cases.add("default method and one of a class", () -> new ClassWins().name());
    cases.add("default method of a lambda", () -> described(() -> 1) + described((More) () -> 2));
    Typed<String> typed = new TypedChild();
    cases.add("default method with a bridge", () -> typed.taken("1") + new TypedChild().taken("2"));
    StringBuilder text = new StringBuilder();
    cases.add(
        "default method of a collection",
        () -> {
          new OfTheLibrary().forEach(text::append);
          return text;
        });
  }

  private static String described(Both both) {
    return both.described() + both.name();
  }
}
