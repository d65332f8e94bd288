package coldbench.deploy;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnSchedule.FlexibleTimeWindowProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.RetryPolicyProperty;
import software.amazon.awscdk.services.scheduler.CfnSchedule.TargetProperty;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

/** Starts a run again and again, as the settings say. */
final class Scheduled extends Construct {
  /** A start that fails is tried again for less than the shortest time between two. */
  private static final int RETRY_FOR_SECONDS = 1800;

  private static final int RETRIES = 5;

  Scheduled(Construct scope, Settings settings, RunSchedule schedule, StateMachine machine) {
    super(scope, "Schedule");
    Role role =
        Role.Builder.create(this, "Role")
            .description("What the schedule may do: start a run")
            .assumedBy(startedByOwnSchedules())
            .build();
    role.addToPolicy(
        PolicyStatement.Builder.create()
            .actions(List.of("states:StartExecution"))
            .resources(List.of(machine.getStateMachineArn()))
            .build());
    CfnSchedule.Builder.create(this, "Runs")
        .name(settings.stackName())
        .description("Starts a run of the benchmark")
        .scheduleExpression(schedule.expression())
        .flexibleTimeWindow(FlexibleTimeWindowProperty.builder().mode("OFF").build())
        .target(
            TargetProperty.builder()
                .arn(machine.getStateMachineArn())
                .roleArn(role.getRoleArn())
                .input(Stack.of(this).toJsonString(settings.scheduleInput()))
                .retryPolicy(
                    RetryPolicyProperty.builder()
                        .maximumEventAgeInSeconds(RETRY_FOR_SECONDS)
                        .maximumRetryAttempts(RETRIES)
                        .build())
                .build())
        .build();
  }

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html">
   *     Confused deputy prevention in EventBridge Scheduler</a>
   */
  private IPrincipal startedByOwnSchedules() {
    return new ServicePrincipal("scheduler.amazonaws.com")
        .withConditions(
            Map.of("StringEquals", Map.of("aws:SourceAccount", Stack.of(this).getAccount())));
  }
}
