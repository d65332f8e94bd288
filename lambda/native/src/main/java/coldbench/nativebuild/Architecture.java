package coldbench.nativebuild;

import java.util.List;

/** A processor architecture, by Lambda's name and by the compilers'. */
enum Architecture {
  ARM64("arm64", "aarch64", "generic+aes+sha2"),
  X86_64("x86_64", "x86_64", "x86_64_v3+aes+pclmul");

  final String lambdaName;
  final String compilerName;

  /**
   * The least that Lambda has, as zig writes it: AVX2 on x86_64
   * (https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html), Graviton2 on arm64; both
   * have instructions for AES.
   */
  final String processor;

  Architecture(String lambdaName, String compilerName, String processor) {
    this.lambdaName = lambdaName;
    this.compilerName = compilerName;
    this.processor = processor;
  }

  /** One of Lambda's names, {@code all}, or {@code none}: then Java only becomes C. */
  static List<Architecture> parse(String name) throws BuildException {
    if (name.equals("all")) {
      return List.of(values());
    }
    if (name.equals("none")) {
      return List.of();
    }
    for (Architecture architecture : values()) {
      if (architecture.lambdaName.equals(name)) {
        return List.of(architecture);
      }
    }
    throw new BuildException("native.arch is \"" + name + "\", expected arm64, x86_64 or all");
  }
}
