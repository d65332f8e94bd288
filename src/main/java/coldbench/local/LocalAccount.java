package coldbench.local;

import coldbench.asl.Engine;
import coldbench.asl.ExecutionRequest;
import coldbench.asl.ExecutionResult;
import coldbench.asl.InvalidDefinitionException;
import coldbench.asl.StateMachine;
import coldbench.emulator.FunctionSpec;
import coldbench.emulator.LambdaException;
import coldbench.emulator.LocalLambda;
import coldbench.template.TemplateException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An account on this machine: a stack's functions, a bucket that is a folder, and its state
 * machine. The Lambda is handed in and closed by whoever made it.
 */
public final class LocalAccount {
  private final LocalStack stack;
  private final StateMachine machine;
  private final Services services;
  private final Executions executions = new Executions(Clock.systemUTC());

  /**
   * Creates the functions in {@code lambda} and loads the state machine.
   *
   * @param functions those of the stack that are to be measured, by label
   * @param results the bucket's folder
   * @param listener hears of each object that was stored
   * @throws TemplateException if a function cannot be created here
   * @throws InvalidDefinitionException if the definition needs what the interpreter has not
   */
  public LocalAccount(
      LocalStack stack,
      Map<String, FunctionSpec> functions,
      LocalLambda lambda,
      Path results,
      PlaceWriter environment,
      RunListener listener) {
    this.stack = stack;
    this.machine = StateMachine.load(stack.definition());
    for (FunctionSpec function : functions.values()) {
      create(lambda, function);
    }
    LambdaActions actions = new LambdaActions(lambda);
    S3Actions s3 =
        new S3Actions(
            stack.bucket(),
            new Bucket(results),
            run -> environment.toJson(run, functions),
            listener);
    this.services =
        new Services()
            .with("arn:aws:states:::lambda:invoke", actions::invoke)
            .with("arn:aws:states:::aws-sdk:lambda:getFunction", actions::getFunction)
            .with(
                "arn:aws:states:::aws-sdk:lambda:updateFunctionConfiguration",
                actions::updateFunctionConfiguration)
            .with("arn:aws:states:::aws-sdk:s3:putObject", s3::putObject)
            .with("arn:aws:states:::aws-sdk:sfn:listExecutions", executions::list);
  }

  /**
   * Runs the state machine once, to its end.
   *
   * @param name of the execution and so of the run
   * @param startedAt when it was started first, for a run that is taken up again
   */
  public ExecutionResult run(
      String name, JsonNode input, Optional<Instant> startedAt, Engine engine)
      throws InterruptedException {
    String executionArn = stack.machineArn().replace(":stateMachine:", ":execution:") + ":" + name;
    String roleArn = "arn:aws:iam::000000000000:role/" + stack.machineName();
    executions.started(executionArn, name, stack.machineArn());
    try {
      return machine.run(
          new ExecutionRequest(
              name,
              executionArn,
              stack.machineArn(),
              stack.machineName(),
              roleArn,
              input,
              startedAt),
          services,
          engine);
    } finally {
      executions.ended(executionArn);
    }
  }

  private static void create(LocalLambda lambda, FunctionSpec function) {
    try {
      lambda.createFunction(function);
    } catch (LambdaException e) {
      throw new TemplateException(
          "the function " + function.name() + " cannot run here: " + e.getMessage());
    }
  }
}
