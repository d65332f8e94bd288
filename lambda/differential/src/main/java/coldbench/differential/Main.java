package coldbench.differential;

import java.util.Random;

/**
 * {@code cases SEED} prints every case; {@code soak SEED STEPS} checks that many object graphs;
 * {@code full} fills the heap again and again.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    switch (args[0]) {
      case "cases" -> cases(Long.parseLong(args[1]));
      case "soak" -> new Soak(Long.parseLong(args[1])).run(Long.parseLong(args[2]));
      default -> throw new IllegalArgumentException("cases SEED, or soak SEED STEPS");
    }
  }

  private static void cases(long seed) {
    Cases cases = new Cases();
    IntCases.run(cases, new Random(seed));
    LongCases.run(cases, new Random(seed));
    FloatingCases.run(cases, new Random(seed));
    ArrayCases.run(cases);
    FillCases.run(cases);
    CastCases.run(cases);
    ExceptionCases.run(cases);
    TryCases.run(cases);
    DepthCases.run(cases);
    StringCases.run(cases, new Random(seed));
    CollectionCases.run(cases, new Random(seed));
    LanguageCases.run(cases);
    NumberTextCases.run(cases, new Random(seed));
    LibraryCases.run(cases, new Random(seed));
    DigestCases.run(cases, new Random(seed));
    FormatCases.run(cases, new Random(seed));
    cases.flush();
  }
}
