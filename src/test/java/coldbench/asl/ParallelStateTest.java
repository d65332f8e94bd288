package coldbench.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** <a href="https://states-language.net/spec.html#parallel-state">Parallel state</a>. */
class ParallelStateTest {
  private static final String TWO_TASKS =
      """
      A: {Type: 'Parallel', End: true, Branches: [
          {StartAt: 'L', States: {L: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke',
              Arguments: 'left', End: true}}},
          {StartAt: 'R', States: {R: {Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke',
              Arguments: 'right', End: true}}}]}
      """;

  @Test
  void theResultIsTheListOfTheBranchesOutputs() throws InterruptedException {
    assertThat(
            Asl.output(
                """
                A: {Type: 'Parallel', Arguments: {n: '{% $states.input + 1 %}'}, End: true,
                    Output: {both: '{% $states.result %}'}, Branches: [
                    {StartAt: 'L', States: {L: {Type: 'Pass', End: true}}},
                    {StartAt: 'R', States: {R: {Type: 'Pass', Output: 5, End: true}}}]}
                """,
                "1"))
        .isEqualTo(Asl.json("{both: [{n: 2}, 5]}"));
  }

  @Test
  void aBranchReadsOuterVariablesAndKeepsItsOwn() throws InterruptedException {
    assertThat(
            Asl.output(
                """
                A: {Type: 'Pass', Assign: {x: 42}, Next: 'P'},
                P: {Type: 'Parallel', Next: 'Z', Branches: [
                    {StartAt: 'L', States: {
                        L: {Type: 'Pass', Assign: {inner: '{% $x %}'}, Next: 'L2'},
                        L2: {Type: 'Pass', Output: '{% $inner %}', End: true}}}]},
                Z: {Type: 'Pass', Output: ['{% $states.input %}', '{% $exists($inner) %}'],
                    End: true}
                """,
                "{}"))
        .isEqualTo(Asl.json("[[42], false]"));
  }

  @Test
  void branchesRunAtTheSameTimeWhereTheEngineLetsThem() throws InterruptedException {
    CyclicBarrier bothThere = new CyclicBarrier(2);

    ExecutionResult result =
        Asl.machine(TWO_TASKS)
            .run(
                Asl.request(Asl.json("{}")),
                (resource, arguments) -> {
                  try {
                    bothThere.await();
                  } catch (BrokenBarrierException e) {
                    throw new TaskFailedException("Test.Alone", "");
                  }
                  return arguments;
                },
                Engine.system().withItemsAtOnce(2));

    assertThat(Asl.output(result)).isEqualTo(Asl.json("['left', 'right']"));
  }

  @Test
  void aBranchThatFailsEndsTheOthersAndFailsTheState() throws InterruptedException {
    CountDownLatch rightIsCalled = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    AtomicBoolean rightEnded = new AtomicBoolean();

    ExecutionResult result =
        Asl.machine(TWO_TASKS)
            .run(
                Asl.request(Asl.json("{}")),
                (resource, arguments) -> {
                  if (arguments.textValue().equals("left")) {
                    rightIsCalled.await();
                    throw new TaskFailedException("Left", "broken");
                  }
                  try {
                    rightIsCalled.countDown();
                    never.await();
                  } finally {
                    rightEnded.set(true);
                  }
                  return arguments;
                },
                Engine.system().withItemsAtOnce(2));

    assertThat(Asl.failure(result)).isEqualTo(new ExecutionResult.Failed("Left", "broken"));
    assertThat(rightEnded).isTrue();
  }
}
