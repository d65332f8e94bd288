package coldbench.semantics;

import java.util.regex.Pattern;

/**
 * Classes of which the JDK's own are compiled, as TeaVM does of all that its library lacks: those
 * of TeaVM's library answer otherwise here and there, and these are plain Java, but for what {@link
 * JdkParts} cuts off and {@link RuntimeReplacements} exchanges.
 */
final class JdkClasses {
  private static final String LIBRARY = "org/teavm/classlib/java/";

  /** Of java.time's classes; its formats and rules of time zones stay. */
  private static final Pattern TIME =
      Pattern.compile("org/threeten/bp/((temporal|chrono)/\\w+|\\w+)(\\$\\w+)*\\.class");

  private static final Pattern CLASSES =
      Pattern.compile(
          "math/.*"
              + "|io/T(BufferedOutputStream|ByteArray\\w+|Filter(In|Out)putStream|InputStream)"
              + "|io/T(OutputStream|PushbackInputStream|SequenceInputStream|String(Reader|Writer))"
              + "|io/T((Buffered|CharArray|Filter)?(Reader|Writer)|PrintWriter|PushbackReader)"
              + "|io/TStreamTokenizer"
              + "|nio/T\\w*Buffer\\w*"
              + "|net/T(URISyntaxException|URL(De|En)coder)"
              + "|text/T(CharacterIterator|ParseException|ParsePosition)"
              + "|util/TProperties"
              + "|util/stream/.*"
              + "|util/(concurrent/TTimeUnit|function/TBinaryOperator)"
              + "|util/regex/.*"
              + "|util/T(Array|Bit|Enum|Hash|Linked|Tree|Identity)\\w*"
              + "|util/T(Abstract|Checked|Reversed|Sequenced|Navigable|Sorted|Spliterator)\\w*"
              + "|util/T(Optional|(Double|Int|Long)Summary)\\w*"
              + "|util/T(Collection|List|Set|Map|Deque|Queue|Iterator|ListIterator|Objects)"
              + "|util/T(Collections|TemplateCollections|SetFromMap|MapEntry|GenericEnumSet)"
              + "|util/T(Comparator|Dictionary|EventObject|PrimitiveIterator|PriorityQueue|RandomAccess)"
              + "|util/T(\\w*Format\\w*Exception|FormatterClosedException|Formattable(Flags)?)"
              + "|util/concurrent/TCopyOnWrite\\w*"
              + "|util/T(Stack|Vector|StringTokenizer|WeakHashMap)");

  private JdkClasses() {}

  /** Whether TeaVM is not to find this class file of its library. */
  static boolean hides(String resource) {
    if (TIME.matcher(resource).matches()) {
      return true;
    }
    if (!resource.startsWith(LIBRARY) || !resource.endsWith(".class")) {
      return false;
    }
    String path = resource.substring(LIBRARY.length(), resource.length() - ".class".length());
    int inner = path.indexOf('$');
    return CLASSES.matcher(inner < 0 ? path : path.substring(0, inner)).matches();
  }
}
