package coldbench.semantics.library.util;

/** The JDK asks a class of java.lang for them. */
public final class EnumMap {
  private EnumMap() {}

  public static <K extends Enum<K>> K[] getKeyUniverse(Class<K> type) {
    return type.getEnumConstants();
  }
}
