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
