package coldbench.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.UUID;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The emulator's gap: its EventBridge Scheduler keeps what CloudFormation made, whatever stands in
 * it, and starts it at its time only. So a schedule is checked here as AWS checks it when it is
 * made, and its target called when a test says so.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html">
 *     CreateSchedule</a>
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html">The role of
 *     a schedule</a>
 */
final class EmulatedScheduler implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ACCOUNT = "000000000000";

  private final SchedulerClient schedules;
  private final IamClient identities;
  private final SfnClient machines;

  /**
   * @param machines where executions are started
   */
  EmulatedScheduler(Emulator emulator, SfnClient machines) {
    this.schedules = emulator.client(SchedulerClient.builder());
    this.identities = emulator.client(IamClient.builder());
    this.machines = machines;
  }

  /**
   * Starts what a schedule is for, as it does when its time comes.
   *
   * @return the ARN of the execution, whose name is two UUIDs, as the service makes them
   */
  String fire(String name) throws IOException {
    GetScheduleResponse schedule = schedules.getSchedule(request -> request.name(name));
    check(schedule);
    return machines
        .startExecution(
            request ->
                request
                    .stateMachineArn(schedule.target().arn())
                    .name(UUID.randomUUID() + "_" + UUID.randomUUID())
                    .input(schedule.target().input()))
        .executionArn();
  }

  private void check(GetScheduleResponse schedule) throws IOException {
    assertThat(schedule.name()).matches("[0-9a-zA-Z-_.]{1,64}");
    assertThat(schedule.description()).hasSizeLessThanOrEqualTo(512);
    assertThat(schedule.scheduleExpression())
        .hasSizeBetween(1, 256)
        .matches("(rate|cron|at)\\(.+\\)");
    assertThat(schedule.state()).isEqualTo(ScheduleState.ENABLED);
    assertThat(schedule.flexibleTimeWindow().mode()).isEqualTo(FlexibleTimeWindowMode.OFF);
    assertThat(schedule.flexibleTimeWindow().maximumWindowInMinutes()).isNull();
    Target target = schedule.target();
    assertThat(target.retryPolicy().maximumEventAgeInSeconds()).isBetween(60, 86_400);
    assertThat(target.retryPolicy().maximumRetryAttempts()).isBetween(0, 185);
    assertThat(target.input().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(262_144);
    assertThat(JSON.readTree(target.input()).isObject()).isTrue();
    assertThat(
            machines
                .describeStateMachine(request -> request.stateMachineArn(target.arn()))
                .stateMachineArn())
        .isEqualTo(target.arn());
    check(target);
  }

  /**
   * AWS makes no schedule whose role it may not assume, and starts nothing that the role may not.
   */
  private void check(Target target) throws IOException {
    assertThat(target.roleArn()).startsWith("arn:aws:iam::" + ACCOUNT + ":role/");
    EmulatedRole role = new EmulatedRole(identities, target.roleArn());
    JsonNode trust = role.trust().path(0);
    assertThat(trust.path("Effect").asText()).isEqualTo("Allow");
    assertThat(trust.path("Action").asText()).isEqualTo("sts:AssumeRole");
    assertThat(trust.at("/Principal/Service").asText()).isEqualTo("scheduler.amazonaws.com");
    assertThat(trust.at("/Condition/StringEquals/aws:SourceAccount").asText()).isEqualTo(ACCOUNT);
    JsonNode allowed = role.policy().path(0);
    assertThat(allowed.path("Effect").asText()).isEqualTo("Allow");
    assertThat(allowed.path("Action").asText()).isEqualTo("states:StartExecution");
    assertThat(allowed.path("Resource").asText()).isEqualTo(target.arn());
  }

  @Override
  public void close() {
    schedules.close();
    identities.close();
  }
}
