package coldbench.differential.library;

/** The methods of one class, made from what the JDK and TeaVM's library have of it. */
interface Suite {
  String type();

  String[] methods();

  /** A receiver, or null where there is none. */
  Object make(Draw draw) throws Throwable;

  Object call(int method, Object receiver, Draw draw) throws Throwable;
}
