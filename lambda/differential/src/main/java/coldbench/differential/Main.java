package coldbench.differential;

import java.util.Random;

/**
 * {@code cases SEED} prints every case; {@code soak SEED STEPS} checks that many object graphs;
 * {@code doubles TEXT...} and {@code floats TEXT...} print the numbers that they read, {@code
 * numbers SEED COUNT} hashes of drawn ones, {@code letters} and {@code utf8} what Unicode says,
 * {@code random} some numbers that differ from process to process.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    switch (args[0]) {
      case "cases" -> cases(Long.parseLong(args[1]));
      case "doubles" -> NumberTexts.doubles(args);
      case "floats" -> NumberTexts.floats(args);
      case "numbers" -> NumberTexts.drawn(Long.parseLong(args[1]), Integer.parseInt(args[2]));
      case "letters" -> UnicodeTexts.letters();
      case "utf8" -> UnicodeTexts.utf8();
      case "random" -> random();
      case "soak" -> new Soak(Long.parseLong(args[1])).run(Long.parseLong(args[2]));
      default ->
          throw new IllegalArgumentException(
              "cases, soak, doubles, floats, numbers, letters, utf8 or random");
    }
  }

  private static void random() {
    for (int i = 0; i < 10; i++) {
      System.out.println(Math.random() + " " + new Random().nextLong());
    }
  }

  private static void cases(long seed) {
    Cases cases = new Cases();
    IntCases.run(cases, new Random(seed));
    LongCases.run(cases, new Random(seed));
    FloatingCases.run(cases, new Random(seed));
    ArrayCases.run(cases);
    ArrayCopyCases.run(cases);
    FillCases.run(cases);
    CastCases.run(cases);
    ExceptionCases.run(cases);
    TryCases.run(cases);
    DepthCases.run(cases);
    StringCases.run(cases, new Random(seed));
    CollectionCases.run(cases, new Random(seed));
    LanguageCases.run(cases);
    DefaultMethodCases.run(cases);
    NumberTextCases.run(cases, new Random(seed));
    LibraryCases.run(cases, new Random(seed));
    DigestCases.run(cases, new Random(seed));
    FormatCases.run(cases, new Random(seed));
    BufferCases.run(cases);
    cases.flush();
  }
}
