package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A definition as a Mermaid flowchart. */
class DrawingTest {
  @Test
  void statesAreShapesByTypeAndTransitionsAreArrows() {
    assertThat(
            Drawing.of(
                Asl.json(
                    """
                    {StartAt: 'Call it', States: {
                      'Call it': {Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
                          Next: 'Is "good"?', Catch: [{ErrorEquals: ['A', 'B.C'], Next: 'Bad'}]},
                      'Is "good"?': {Type: 'Choice', Default: 'Bad',
                          Choices: [{Condition: true, Next: 'Wait'}, {Condition: true, Next: 'P'}]},
                      Wait: {Type: 'Wait', Seconds: 1, Next: 'Call it'},
                      P: {Type: 'Pass', End: true}, Bad: {Type: 'Fail'}}}
                    """)))
        .isEqualTo(
            """
            flowchart TD
              s6((" "))
              s1["Call it<br/><i>s3 putObject</i>"]
              s2{"Is #quot;good#quot;?"}
              s3(["Wait"])
              s4("P")
              s5((("Bad")))
              s6 --> s1
              s1 --> s2
              s1 -. "A<br/>B.C" .-> s5
              s2 --> s3
              s2 --> s4
              s2 -- otherwise --> s5
              s3 --> s1
            """);
  }

  @Test
  void whatIsInsideAStateIsInItsFrame() {
    assertThat(
            Drawing.of(
                Asl.json(
                    """
                    {StartAt: 'M', States: {
                      M: {Type: 'Map', MaxConcurrency: 1, Next: 'P', ItemProcessor: {StartAt: 'I',
                          States: {I: {Type: 'Pass', End: true}}}},
                      P: {Type: 'Parallel', End: true, Branches: [
                          {StartAt: 'X', States: {X: {Type: 'Task', End: true,
                              Resource: 'arn:aws:lambda:us-east-1:1:function:f'}}},
                          {StartAt: 'Y', States: {Y: {Type: 'Succeed'}}}]}}}
                    """)))
        .isEqualTo(
            """
            flowchart TD
              s3((" "))
              subgraph s1["M: one after the other"]
                s5((" "))
                s4("I")
                s5 --> s4
              end
              subgraph s2["P"]
                s7((" "))
                s6["X<br/><i>f</i>"]
                s7 --> s6
                s9((" "))
                s8((("Y")))
                s9 --> s8
              end
              s3 --> s1
              s1 --> s2
            """);
  }
}
