package coldbench.semantics;

import java.util.regex.Pattern;

/**
 * Checks of references and indices: TeaVM notes the place in the source before each, in memory, so
 * that no loop with a check becomes one of vectors. Here it is noted when a check fails. Their
 * functions are in semantics.c.
 */
final class CheckedAccess {
  private static final Pattern NOTED =
      Pattern.compile(
          "TEAVM_WITH_CALL_SITE_ID\\((\\d+), teavm_(nullCheck|checkBounds|checkLowerBound|checkUpperBound)\\(");

  private CheckedAccess() {}

  static String notedOnFailure(String source) {
    return NOTED.matcher(source).replaceAll("(COLDBENCH_$2($1, ");
  }
}
