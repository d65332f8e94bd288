package coldbench.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coldbench.deploy.SynthesizedMachine;
import org.junit.jupiter.api.Test;

class DeploymentTest {
  @Test
  void theFunctionsAreThoseThatTheMachineOffers() {
    assertThat(Deployment.functions(SynthesizedMachine.withSnapStart().toString()))
        .extracting(Deployment.Function::label, Deployment.Function::snapStart)
        .containsExactly(tuple("java", false), tuple("python", false), tuple("snap", true));
  }

  @Test
  void everyCopyOfAFunctionIsKnown() {
    assertThat(Deployment.functions(SynthesizedMachine.inLanes(3).toString()))
        .hasSize(2)
        .allSatisfy(
            function -> {
              assertThat(function.copies()).hasSize(3).startsWith(function.name());
              assertThat(function.each().map(Deployment.Function::name))
                  .isEqualTo(function.copies());
            });
    assertThat(Deployment.functions(SynthesizedMachine.definition().toString()))
        .allSatisfy(function -> assertThat(function.copies()).containsExactly(function.name()));
  }

  @Test
  void theFirstStateMayHaveAnyName() {
    String renamed = SynthesizedMachine.definition().toString().replace("LoadSettings", "Begin");

    assertThat(Deployment.functions(renamed)).hasSize(2);
  }

  @Test
  void aDefinitionThatIsNotJsonIsToBeDeployedAgain() {
    assertThatThrownBy(() -> Deployment.functions("{"))
        .isInstanceOf(AccountException.class)
        .hasMessageContaining("is not valid JSON: deploy it again");
  }
}
