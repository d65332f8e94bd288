package coldbench.differential.library;

import java.util.regex.Pattern;

/** What is not called by drawing, and why. */
final class LeftOut {
  /** Waits, ends, writes a file, or answers otherwise each time. */
  private static final Pattern METHODS =
      Pattern.compile(
          "java\\.lang\\.(System|Thread|Runtime|StackTraceElement) .*|java\\.security\\.SecureRandom .*|java\\.util\\.concurrent\\.ThreadLocalRandom .*|java\\.lang\\.Object (wait|notify).*|java\\.lang\\.Class (forName|getResource|getMethod|getDeclared|getField|getConstructor|newInstance|getAnnot|getClass|getPackage|getType|getGeneric|isAnnotationP|getEnclosing|getModif|getEnumC|getInterf|getSuper|desired)[A-Za-z]*\\(.*"
              + "|java\\.util\\.UUID randomUUID.*|java\\.lang\\.(Strict)?Math random.*"
              + "|\\S+ (parallel|parallelStream|identityHashCode|notify|notifyAll|wait|printStackTrace|fillInStackTrace|getStackTrace|setStackTrace|finalize)\\(.*"
              + "|java\\.util\\.stream\\.\\w+ (generate|iterate)\\(.*"
              + "|java\\.util\\.concurrent\\.(ThreadLocalRandom|TimeUnit (sleep|timed)).*"
              + "|java\\.lang\\.ref\\.\\w+ (get|enqueue|isEnqueued|poll|refersTo)\\(.*"
              + "|java\\.lang\\.ref\\.ReferenceQueue remove\\(.*|java\\.util\\.Random <init>\\(\\)V|java\\.util\\.SplittableRandom <init>\\(\\)V"
              + "|java\\.util\\.Collections shuffle\\(Ljava/util/List;\\).*"
              + "|java\\.(io\\.Print(Stream|Writer)|util\\.Formatter) <init>\\(Ljava/(lang/String|io/File);.*"
              + "|java\\.time\\.\\S+ (now|system\\w*|tick\\w*)\\(.*");

  private LeftOut() {}

  /** By class and method, as {@code java.util.List size()I}. */
  static boolean is(String method) {
    return METHODS.matcher(method).matches();
  }
}
