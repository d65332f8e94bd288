package coldbench.url;

/** Who may call a function URL. */
public enum UrlAuth {
  /** Whoever signs requests. A local URL only looks whether there is a signature. */
  AWS_IAM,
  /** Everybody. */
  NONE
}
