package coldbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.asl.StateMachine;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** The definition of the real stack, as {@code asl} takes it. */
class DefinitionCommandIT {
  @Test
  void whatIsPrintedCanBeRunByTheInterpreter() throws Exception {
    Project.Outcome printed = Project.coldbench("definition");

    assertThat(printed.exitCode()).as(printed.err()).isZero();
    assertThat(printed.out()).contains("${").contains("\n  \"States\" : {");
    assertThat(StateMachine.load(new ObjectMapper().readTree(printed.out())).resources())
        .contains("arn:aws:states:::aws-sdk:s3:putObject");
  }

  @Test
  void resolvedItHasTheNamesOfALocalRun() throws Exception {
    Project.Outcome printed = Project.coldbench("definition", "--resolved");

    assertThat(printed.exitCode()).as(printed.err()).isZero();
    assertThat(printed.out()).doesNotContain("${");
    assertThat(new ObjectMapper().readTree(printed.out())).isEqualTo(Project.stack().definition());
  }

  @Test
  void drawnItIsAFlowchartOfItsStates() {
    Project.Outcome printed = Project.coldbench("definition", "--mermaid");

    assertThat(printed.exitCode()).as(printed.err()).isZero();
    assertThat(printed.out()).startsWith("flowchart TD\n").contains("subgraph ");
  }
}
