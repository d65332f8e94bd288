package coldbench.template;

/** A template or cloud assembly that cannot be read, or that uses what is not supported here. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TemplateException(String message) {
    super(message);
  }
}
