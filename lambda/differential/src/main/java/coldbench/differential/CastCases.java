package coldbench.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every cast and instanceof of a set of types on a set of objects (JLS 15.16, 15.20.2). */
final class CastCases {
  private CastCases() {}

  interface Named {
    default String name() {
      return "named";
    }
  }

  static class Base implements Named {}

  static final class Derived extends Base {}

  enum Color {
    RED,
    GREEN {
      @Override
      int n() {
        return 2;
      }
    };

    int n() {
      return 1;
    }
  }

  static void run(Cases cases) {
    Map<String, Object> objects = new LinkedHashMap<>();
    objects.put("string", "s");
    objects.put("int", 5);
    objects.put("long", 5L);
    objects.put("char", 'c');
    objects.put("double", 0.5);
    objects.put("base", new Base());
    objects.put("derived", new Derived());
    objects.put("red", Color.RED);
    objects.put("green", Color.GREEN);
    objects.put("int[]", new int[0]);
    objects.put("int[][]", new int[0][0]);
    objects.put("String[]", new String[0]);
    objects.put("Object[]", new Object[0]);
    objects.put("Derived[]", new Derived[0]);
    objects.put("list", new ArrayList<>(List.of(1)));
    objects.put("lambda", (Runnable & Named) () -> {});
    objects.forEach((name, object) -> casts(cases, name, object));
    cases.add("null cast", () -> (String) nothing());
    cases.add("null instanceof", () -> nothing() instanceof Object);
    cases.add("unboxed null", () -> (int) (Integer) nothing());
  }

  @SuppressWarnings("NullAway") // the case is the null
  private static Object nothing() {
    return null;
  }

  private static void casts(Cases cases, String name, Object o) {
    cases.add(name + " String", () -> ((String) o).length());
    cases.add(name + " Integer", () -> (int) (Integer) o);
    cases.add(name + " Number", () -> ((Number) o).intValue());
    cases.add(name + " Comparable", () -> ((Comparable<?>) o) == o);
    cases.add(name + " CharSequence", () -> ((CharSequence) o).length());
    cases.add(name + " Named", () -> ((Named) o).name());
    cases.add(name + " Base", () -> ((Base) o).name());
    cases.add(name + " Derived", () -> ((Derived) o).name());
    cases.add(name + " Enum", () -> ((Enum<?>) o).ordinal());
    cases.add(name + " Color", () -> ((Color) o).n());
    cases.add(name + " int[]", () -> ((int[]) o).length);
    cases.add(name + " Object[]", () -> ((Object[]) o).length);
    cases.add(name + " String[]", () -> ((String[]) o).length);
    cases.add(name + " Named[]", () -> ((Named[]) o).length);
    cases.add(name + " List", () -> ((List<?>) o).size());
    cases.add(
        name + " instanceof",
        () ->
            (o instanceof String)
                + " "
                + (o instanceof Integer)
                + " "
                + (o instanceof Number)
                + " "
                + (o instanceof Comparable)
                + " "
                + (o instanceof CharSequence)
                + " "
                + (o instanceof Named)
                + " "
                + (o instanceof Base)
                + " "
                + (o instanceof Derived)
                + " "
                + (o instanceof Enum)
                + " "
                + (o instanceof int[])
                + " "
                + (o instanceof Object[])
                + " "
                + (o instanceof Named[])
                + " "
                + (o instanceof List)
                + " "
                + (o instanceof Cloneable));
    cases.add(name + " pattern", () -> o instanceof Integer i && i > 4 ? i : -1);
  }
}
