package coldbench.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;

/** Runs that EventBridge Scheduler starts, and what becomes of their results. */
class ScheduleTest {
  private static final Synthesized STACK =
      Synthesized.with(
          Map.of(
              "schedule",
              "rate(1 day)",
              "scheduleInput",
              "{\"rounds\": 20, \"functions\": [\"java\"]}",
              "resultsDays",
              "365"));
  private static final Template TEMPLATE = Template.fromString(STACK.template().toString());

  @Test
  void theScheduleStartsTheMachineWithTheInput() {
    TEMPLATE.resourceCountIs("AWS::Scheduler::Schedule", 1);
    TEMPLATE.hasResourceProperties(
        "AWS::Scheduler::Schedule",
        Map.of(
            "Name",
            "coldbench-dev",
            "ScheduleExpression",
            "rate(1 day)",
            "FlexibleTimeWindow",
            Map.of("Mode", "OFF"),
            "Target",
            Match.objectLike(
                Map.of(
                    "Arn",
                    Map.of("Ref", Match.stringLikeRegexp("^BenchmarkMachine")),
                    "Input",
                    "{\"functions\":[\"java\"],\"rounds\":20}"))));
  }

  @Test
  void itsRoleMayStartTheMachineAndNothingElseForThisAccountOnly() {
    JsonNode resources = STACK.template().path("Resources");
    JsonNode policy = null;
    JsonNode role = null;
    for (Map.Entry<String, JsonNode> each : resources.properties()) {
      if (each.getKey().startsWith("BenchmarkScheduleRoleDefaultPolicy")) {
        policy = each.getValue();
      } else if (each.getKey().startsWith("BenchmarkScheduleRole")) {
        role = each.getValue();
      }
    }

    assertThat(policy.at("/Properties/PolicyDocument/Statement")).hasSize(1);
    JsonNode statement = policy.at("/Properties/PolicyDocument/Statement/0");
    assertThat(statement.path("Action").asText()).isEqualTo("states:StartExecution");
    assertThat(statement.at("/Resource/Ref").asText()).startsWith("BenchmarkMachine");
    JsonNode trust = role.at("/Properties/AssumeRolePolicyDocument/Statement/0");
    assertThat(trust.at("/Principal/Service").asText()).isEqualTo("scheduler.amazonaws.com");
    assertThat(trust.at("/Condition/StringEquals/aws:SourceAccount/Ref").asText())
        .isEqualTo("AWS::AccountId");
  }

  @Test
  void resultsAreDeletedAfterTheDaysThatTheSettingSays() {
    TEMPLATE.hasResourceProperties(
        "AWS::S3::Bucket",
        Map.of(
            "LifecycleConfiguration",
            Map.of(
                "Rules",
                List.of(Map.of("ExpirationInDays", 365, "Prefix", "runs/", "Status", "Enabled")))));
  }

  @Test
  void allOfItGoesWithTheStackAndCdkNagFindsNothing() {
    for (JsonNode resource : STACK.template().path("Resources")) {
      assertThat(resource.path("DeletionPolicy").asText("Delete")).isEqualTo("Delete");
    }
    for (JsonNode report : STACK.validationReport().path("pluginReports")) {
      assertThat(report.path("violations")).isEmpty();
    }
  }

  @Test
  void withoutTheSettingsNothingOfItIsInTheTemplate() {
    String template = Synthesized.with(Map.of()).template().toString();

    assertThat(template)
        .doesNotContain("AWS::Scheduler", "scheduler.amazonaws.com", "LifecycleConfiguration");
  }

  /** By the machine's own expression, before anything is deployed. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'rounds': 0} | rounds is 0, expected a whole number from 1 to 1000",
        "{'rounds': 'many'} | rounds is \"many\", expected a whole number from 1 to 1000",
        "{'round': 20} | round is not a field, expected rounds, warm, memoryMb",
        "{'functions': ['go']} | functions contains \"go\", expected one of java, python",
        "{'memoryMb': 128} | memoryMb is 128, expected a list",
        "{'rounds': 1000, 'memoryMb': [128, 256, 512]} | expected 2500 in one execution",
        "{'until': 0} | until is 0, expected a number of percent",
      })
  void anInputThatTheMachineWouldRefuseIsRefusedAtSynthesis(String input, String problem) {
    Map<String, Object> context =
        Map.of("schedule", "rate(1 day)", "scheduleInput", input.replace('\'', '"'));

    assertThatThrownBy(() -> Synthesized.make(context))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("scheduleInput: ")
        .hasMessageContaining(problem);
  }
}
