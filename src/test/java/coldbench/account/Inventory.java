package coldbench.account;

import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** All that there is in an account, of every kind of resource that the stack has. */
final class Inventory {
  private Inventory() {}

  static Set<String> of(Emulator emulator) {
    Set<String> all = new TreeSet<>();
    try (LambdaClient functions = emulator.client(LambdaClient.builder());
        CloudWatchLogsClient logs = emulator.client(CloudWatchLogsClient.builder());
        IamClient identities = emulator.client(IamClient.builder());
        S3Client objects = emulator.client(S3Client.builder().forcePathStyle(true));
        SfnClient machines = emulator.client(SfnClient.builder());
        DynamoDbClient tables = emulator.client(DynamoDbClient.builder());
        SchedulerClient schedules = emulator.client(SchedulerClient.builder());
        CloudFormationClient stacks = emulator.client(CloudFormationClient.builder())) {
      functions.listFunctions().functions().forEach(each -> all.add(each.functionArn()));
      logs.describeLogGroups().logGroups().forEach(each -> all.add("log " + each.logGroupName()));
      identities
          .listRoles()
          .roles()
          .forEach(
              role -> {
                all.add(role.arn());
                identities
                    .listRolePolicies(request -> request.roleName(role.roleName()))
                    .policyNames()
                    .forEach(policy -> all.add(role.arn() + " " + policy));
              });
      objects.listBuckets().buckets().forEach(each -> all.add("bucket " + each.name()));
      machines.listStateMachines().stateMachines().forEach(each -> all.add(each.stateMachineArn()));
      tables.listTables().tableNames().forEach(each -> all.add("table " + each));
      schedules.listSchedules(request -> {}).schedules().forEach(each -> all.add(each.arn()));
      stacks.describeStacks().stacks().stream()
          .filter(stack -> stack.stackStatus() != StackStatus.DELETE_COMPLETE)
          .forEach(stack -> all.add(stack.stackName()));
    }
    return all;
  }
}
