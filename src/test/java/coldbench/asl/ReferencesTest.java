package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What an expression mentions. */
class ReferencesTest {
  @Test
  void variablesAreFoundAndTextsThatLookLikeThemAreNot() {
    References references =
        new References("$a + $b.c[$d] & '$e' & \"$f\" & `$g` /* $h */ & $contains($i, /[$/]$j/)");

    assertThat(references.variables()).containsExactlyInAnyOrder("a", "b", "d", "contains", "i");
  }

  @Test
  void aDivisionIsNoRegularExpression() {
    assertThat(new References("$a / $b / $c").variables()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void functionsOfTheExpressionItselfAreNotAmongTheCalls() {
    References references =
        new References(
            "($f := function($x, $g) { $g($x) }; $f(1, $sum) ~> $string(); $each($o, λ($v){$v()}))");

    assertThat(references.calls()).containsExactlyInAnyOrder("string", "each");
  }

  @Test
  void theContextOfAStepIsNotTheTopLevel() {
    assertThat(new References("$states.input.items.$#$i.[$i]").topLevel()).isEmpty();
    assertThat(new References("$.a & $states.input.b.$").topLevel()).containsExactly("$");
  }

  @Test
  void theFieldsOfStatesAreToldApart() {
    References references = new References("$states.input.a & $states . context.b");

    assertThat(references.readsStates("input")).isTrue();
    assertThat(references.readsStates("context")).isTrue();
    assertThat(references.readsStates("result")).isFalse();
    assertThat(new References("$keys($states)").readsStates("result")).isTrue();
  }
}
