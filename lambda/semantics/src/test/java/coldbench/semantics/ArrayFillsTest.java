package coldbench.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayFillsTest {
  /** As TeaVM writes {@code long[] a = new long[n]; for (…; i < a.length; i++) a[i] = i * i}. */
  private static final String FILL =
      """
          teavm_local_8 = TEAVM_WITH_CALL_SITE_ID(3062, meth_otr_Allocator_allocateArray(&Arr_J_Cls, teavm_local_12));
          teavm_local_12 = INT32_C(0);
          teavm_local_15 = TEAVM_ARRAY_LENGTH(teavm_local_8);
          while (1) {
              if (!(teavm_local_12 < teavm_local_15)) break;
              teavm_local_11 = ((int64_t) teavm_local_12);
              TEAVM_GC_ROOT(INT32_C(1), teavm_local_8);
              teavm_local_16 = (COLDBENCH_checkLowerBound(3063, teavm_local_12));
              TEAVM_ARRAY_AT(teavm_local_8, int64_t, teavm_local_16) = (teavm_local_11 * teavm_local_11);
              teavm_local_12 = (teavm_local_16 + INT32_C(1));
          }
          TEAVM_GC_ROOT(INT32_C(1), teavm_local_8);
      """;

  @Test
  void anArrayThatALoopFillsIsNotCleared() {
    assertThat(ArrayFills.withoutClearing(FILL))
        .isEqualTo(FILL.replace("meth_otr_Allocator_allocateArray", "coldbench_allocateFilled"));
  }

  /** Which variables TeaVM has one in place of two for depends on the rest of the method. */
  @Test
  void alsoWhereTheIndexIsCheckedInPlace() {
    String source = FILL.replace("teavm_local_16", "teavm_local_12");
    assertThat(ArrayFills.withoutClearing(source)).contains("coldbench_allocateFilled");
  }

  @Test
  void alsoWhereItIsFilledUnderAnotherNameAsWhatIsReturnedIs() {
    String source =
        FILL.replace("teavm_local_8", "teavm_local_9")
            .replaceFirst("teavm_local_9", "teavm_local_8")
            .replaceFirst(";\n", ";\n    teavm_local_9 = teavm_local_8;\n");
    assertThat(ArrayFills.withoutClearing(source)).contains("coldbench_allocateFilled");
    String another = source.replace("9 = teavm_local_8", "9 = teavm_local_7");
    assertThat(ArrayFills.withoutClearing(another)).isEqualTo(another);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "&Arr_J_Cls                         | &Arr_jl_String_Cls",
        "teavm_local_12 = INT32_C(0)        | teavm_local_12 = INT32_C(1)",
        "12 < teavm_local_15                | 12 < teavm_local_14",
        "TEAVM_ARRAY_LENGTH(teavm_local_8)  | TEAVM_ARRAY_LENGTH(teavm_local_9)",
        "AT(teavm_local_8, int64_t          | AT(teavm_local_9, int64_t",
        "int64_t, teavm_local_16)           | int64_t, teavm_local_17)",
        "16 + INT32_C(1)                    | 16 + INT32_C(2)",
        "16 + INT32_C(1)                    | 17 + INT32_C(1)",
        "((int64_t) teavm_local_12)         | TEAVM_ARRAY_AT(teavm_local_8, int64_t, teavm_local_12)",
        "((int64_t) teavm_local_12)         | meth_jl_Math_abs(teavm_local_12)",
        "((int64_t) teavm_local_12)         | coldbench_ldiv(teavm_local_12, teavm_local_13)",
        "((int64_t) teavm_local_12)         | ((int64_t) teavm_local_8)",
        "teavm_local_11 = ((                | teavm_local_8 = ((",
        "teavm_local_11 = ((                | teavm_local_15 = ((",
        "break;                             | break; if (teavm_local_3) continue;",
      })
  void butNotOneThatMightBeSeenBefore(String found, String otherwise) {
    String source = FILL.replace(found, otherwise);
    assertThat(source).isNotEqualTo(FILL);
    assertThat(ArrayFills.withoutClearing(source)).isEqualTo(source);
  }

  @Test
  void norOneWhoseLoopDoesMoreBehindTheStore() {
    String source =
        FILL.replace(
            "+ INT32_C(1));\n", "+ INT32_C(1));\n        meth_cf_Main_show(teavm_local_8);\n");
    assertThat(ArrayFills.withoutClearing(source)).isEqualTo(source);
  }

  @Test
  void aCheckNotesItsPlaceWhenItFails() {
    assertThat(
            CheckedAccess.notedOnFailure(
                "x = TEAVM_WITH_CALL_SITE_ID(7, teavm_nullCheck(TEAVM_WITH_CALL_SITE_ID(8, meth_a(y))));"))
        .isEqualTo("x = (COLDBENCH_nullCheck(7, TEAVM_WITH_CALL_SITE_ID(8, meth_a(y))));");
  }
}
