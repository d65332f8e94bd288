package coldbench.json;

import coldbench.runtime.JsonReader;
import coldbench.runtime.JsonWriter;

/** Where in a document a value stands, such as {@code items[3].price}; empty for the whole. */
record JsonPlace(String path) {
  /** Finds out by reading the document again: only what fails pays for it. */
  static JsonPlace of(byte[] json, int offset) {
    StringBuilder path = new StringBuilder();
    find(new JsonReader(json), offset, path);
    return new JsonPlace(path.indexOf(".") == 0 ? path.substring(1) : path.toString());
  }

  /** As a message begins. */
  static String named(byte[] json, int offset) {
    String path = of(json, offset).path;
    return path.isEmpty() ? "the JSON" : path;
  }

  /** The path of a member of the object that stands here. */
  String member(String name) {
    return path.isEmpty() && isWord(name) ? name : path + segment(name);
  }

  /**
   * Returns whether the value at the offset was found in the next one; then the path leads to it.
   */
  private static boolean find(JsonReader json, int offset, StringBuilder path) {
    if (json.position() == offset) {
      return true;
    }
    switch (json.peek()) {
      case OBJECT -> {
        json.beginObject();
        while (json.nextMember()) {
          String name = json.name();
          if (find(json, offset, path)) {
            path.insert(0, segment(name));
            return true;
          }
        }
      }
      case ARRAY -> {
        json.beginArray();
        for (int i = 0; json.nextElement(); i++) {
          if (find(json, offset, path)) {
            path.insert(0, "[" + i + "]");
            return true;
          }
        }
      }
      default -> json.skip();
    }
    return false;
  }

  private static String segment(String name) {
    if (isWord(name)) {
      return "." + name;
    }
    return "[" + new JsonWriter().string(name) + "]";
  }

  /** What can be told from the path around it. */
  private static boolean isWord(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
      if (!letter && c != '_' && c != '-' && c != '$' && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
