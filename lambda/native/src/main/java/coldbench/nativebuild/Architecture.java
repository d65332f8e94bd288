package coldbench.nativebuild;

import java.util.List;

/** A processor architecture, by Lambda's name and by the compilers'. */
enum Architecture {
  ARM64("arm64", "aarch64"),
  X86_64("x86_64", "x86_64");

  final String lambdaName;
  final String compilerName;

  Architecture(String lambdaName, String compilerName) {
    this.lambdaName = lambdaName;
    this.compilerName = compilerName;
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
