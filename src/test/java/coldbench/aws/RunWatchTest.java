package coldbench.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.analysis.RunEstimate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;

class RunWatchTest {
  private static final Instant BEGAN = Instant.parse("2026-03-14T02:00:00Z");
  private static final RunEstimate ESTIMATE =
      new RunEstimate(20, 10, Duration.ofSeconds(108), 470, 0.02, false);

  private final Deque<Supplier<ExecutionStatus>> statuses = new ArrayDeque<>();
  private final Deque<Integer> trials = new ArrayDeque<>();
  private final List<RunWatch.Progress> told = new ArrayList<>();
  private final List<String> lost = new ArrayList<>();
  private final List<Duration> waits = new ArrayList<>();

  private RunStatus watch() throws InterruptedException {
    Clients clients = new Clients(new NoStacks(), new Machines(), new NoFunctions(), new Objects());
    Deployment deployment =
        new Deployment(
            "coldbench-dev",
            "eu-central-1",
            "arn:aws:states:eu-central-1:123456789012:stateMachine:coldbench-dev",
            "results",
            List.of());
    return new RunWatch(
            new Runs(clients, deployment),
            new RunDownload(clients, deployment),
            new RunWatch.Listener() {
              @Override
              public void advanced(RunWatch.Progress progress) {
                told.add(progress);
              }

              @Override
              public void connectionLost(AccountException why) {
                lost.add(why.getMessage());
              }
            },
            () -> waits.stream().mapToLong(Duration::toNanos).sum(),
            waits::add)
        .untilEnd("night", ESTIMATE);
  }

  @Test
  void progressIsToldUntilTheRunHasEnded() throws InterruptedException {
    statuses.add(() -> ExecutionStatus.RUNNING);
    statuses.add(() -> ExecutionStatus.RUNNING);
    statuses.add(() -> ExecutionStatus.SUCCEEDED);
    trials.addAll(List.of(0, 10, 20));

    assertThat(watch().succeeded()).isTrue();

    assertThat(told)
        .containsExactly(
            new RunWatch.Progress(0, 10, Duration.ofSeconds(108), 0),
            new RunWatch.Progress(5, 10, Duration.ofSeconds(5), 0.01),
            new RunWatch.Progress(10, 10, Duration.ZERO, 0.02));
  }

  @Test
  void aConnectionThatIsLostForAWhileIsWaitedFor() throws InterruptedException {
    Supplier<ExecutionStatus> unreachable =
        () -> {
          throw SdkClientException.create("no route to host", new IOException("unreachable"));
        };
    statuses.add(() -> ExecutionStatus.RUNNING);
    statuses.add(unreachable);
    statuses.add(unreachable);
    statuses.add(() -> ExecutionStatus.SUCCEEDED);
    trials.addAll(List.of(0, 20));

    assertThat(watch().succeeded()).isTrue();
    assertThat(lost)
        .containsExactly("cannot look at the run night: AWS cannot be reached (no route to host)");
    assertThat(waits).hasSize(3);
  }

  @Test
  void aRunThatIsNotThereIsNamed() {
    statuses.add(
        () -> {
          throw ExecutionDoesNotExistException.builder().message("does not exist").build();
        });

    assertThatThrownBy(this::watch)
        .isInstanceOf(AccountException.class)
        .hasMessage("there is no run named night");
  }

  @Test
  void credentialsThatExpireAreSaidAtOnceWithWhatToDo() {
    refused("ExpiredTokenException", "The security token included in the request is expired");

    assertThatThrownBy(this::watch)
        .isInstanceOf(AccountException.class)
        .hasMessage(
            "cannot look at the run night: the credentials have expired, log in again (such as by"
                + " 'aws sso login')");
  }

  @Test
  void anActionThatIsDeniedIsNamed() {
    refused("AccessDeniedException", "x is not authorized to perform: states:DescribeExecution");

    assertThatThrownBy(this::watch)
        .hasMessageContaining("the account does not allow it")
        .hasMessageContaining("states:DescribeExecution")
        .hasMessageEndingWith("ask for that permission");
  }

  private void refused(String code, String message) {
    statuses.add(
        () -> {
          throw SfnException.builder()
              .statusCode(400)
              .awsErrorDetails(
                  AwsErrorDetails.builder().errorCode(code).errorMessage(message).build())
              .build();
        });
  }

  /** Executions as the test says. */
  private final class Machines implements SfnClient {
    @Override
    public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
      return DescribeExecutionResponse.builder()
          .name(request.executionArn().replaceFirst(".*:", ""))
          .status(statuses.remove().get())
          .startDate(BEGAN)
          .build();
    }

    @Override
    public String serviceName() {
      return SfnClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  /** A bucket with as many trials as the test says. */
  private final class Objects implements S3Client {
    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
      List<S3Object> put =
          IntStream.range(0, trials.remove())
              .mapToObj(i -> S3Object.builder().key(request.prefix() + i).build())
              .toList();
      return ListObjectsV2Response.builder().contents(put).isTruncated(false).build();
    }

    @Override
    public String serviceName() {
      return S3Client.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private static final class NoStacks implements CloudFormationClient {
    @Override
    public String serviceName() {
      return CloudFormationClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private static final class NoFunctions implements LambdaClient {
    @Override
    public String serviceName() {
      return LambdaClient.SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
