package coldbench.https;

import coldbench.runtime.Environment;

/** Whose certificates are believed. */
public sealed interface Trust {
  /**
   * Amazon's own roots, which sign for every AWS service: amazon-roots.pem of this library says
   * which, and from where.
   */
  record Amazon() implements Trust {}

  /**
   * Certificates in PEM, one after another; what stands between them is not read.
   *
   * @param text such as that of a private authority, from a variable or a secret
   */
  record Pem(String text) implements Trust {}

  /** A file of certificates in PEM, of at most 4 MB, read when the client is made. */
  record PemFile(String path) implements Trust {}

  /**
   * The file that {@code AWS_CA_BUNDLE} names, else Amazon's roots.
   *
   * <p>Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-gen-config.html
   */
  static Trust of(Environment environment) {
    String path = environment.get("AWS_CA_BUNDLE").orElse("");
    return path.isEmpty() ? new Amazon() : new PemFile(path);
  }
}
