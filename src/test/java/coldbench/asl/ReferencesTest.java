package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an expression mentions. */
class ReferencesTest {
  @Test
  void variables_are_found_and_texts_that_look_like_them_are_not() {
    References references =
        new References("$a + $b.c[$d] & '$e' & \"$f\" & `$g` /* $h */ & $contains($i, /[$/]$j/)");

    assertThat(references.variables()).containsExactlyInAnyOrder("a", "b", "d", "contains", "i");
  }

  @Test
  void a_division_is_no_regular_expression() {
    assertThat(new References("$a / $b / $c").variables()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void functions_of_the_expression_itself_are_not_among_the_calls() {
    References references =
        new References(
            "($f := function($x, $g) { $g($x) }; $f(1, $sum) ~> $string(); $each($o, λ($v){$v()}))");

    assertThat(references.calls()).containsExactlyInAnyOrder("string", "each");
  }

  @Test
  void the_fields_of_states_are_told_apart() {
    References references = new References("$states.input.a & $states . context.b");

    assertThat(references.readsStates("input")).isTrue();
    assertThat(references.readsStates("context")).isTrue();
    assertThat(references.readsStates("result")).isFalse();
    assertThat(new References("$keys($states)").readsStates("result")).isTrue();
  }
}
