package coldbench.differential.programs;

import java.util.List;

/** The static types of generated expressions. */
enum Type {
  INT("int"),
  LONG("long"),
  SHORT("short"),
  BYTE("byte"),
  CHAR("char"),
  FLOAT("float"),
  DOUBLE("double"),
  BOOLEAN("boolean"),
  STRING("String"),
  INTS("int[]"),
  LONGS("long[]"),
  BYTES("byte[]"),
  CHARS("char[]"),
  DOUBLES("double[]"),
  STRINGS("String[]"),
  OBJECTS("Object[]"),
  OBJECT("Object"),
  BASE("Base"),
  OP("IntOp"),
  BOX("Box<Integer>"),
  COLOR("Color");

  static final List<Type> NUMBERS = List.of(INT, LONG, SHORT, BYTE, CHAR, FLOAT, DOUBLE);
  static final List<Type> WHOLE = List.of(INT, LONG, SHORT, BYTE, CHAR);
  static final List<Type> ARRAYS = List.of(INTS, LONGS, BYTES, CHARS, DOUBLES, STRINGS, OBJECTS);

  final String java;

  Type(String java) {
    this.java = java;
  }

  boolean number() {
    return NUMBERS.contains(this);
  }

  boolean array() {
    return ARRAYS.contains(this);
  }

  /** The array type whose elements are of this type, or null. */
  Type arrayOfThis() {
    return switch (this) {
      case INT -> INTS;
      case LONG -> LONGS;
      case BYTE -> BYTES;
      case CHAR -> CHARS;
      case DOUBLE -> DOUBLES;
      case STRING -> STRINGS;
      case OBJECT -> OBJECTS;
      default -> null;
    };
  }

  Type element() {
    for (Type type : values()) {
      if (type.arrayOfThis() == this) {
        return type;
      }
    }
    throw new IllegalArgumentException(this + " is no array");
  }
}
