package coldbench.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.deploy.machine.SnapStartMachineTest;
import coldbench.lambda.Architecture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static Settings from(Map<String, Object> context) {
    return Settings.from(context, Path.of(""), Map.of());
  }

  private static final Settings DEFAULTS =
      new Settings(
          "dev",
          List.of(Architecture.ARM64),
          128,
          FunctionUrls.AWS_IAM,
          false,
          1,
          Optional.empty(),
          Optional.empty(),
          Map.of(),
          List.of(),
          Optional.empty());

  @Test
  void withoutContextTheDefaultsHold() {
    assertThat(from(Map.of())).isEqualTo(DEFAULTS);
  }

  @Test
  void theContextOfCdkJsonSaysTheDefaults() {
    assertThat(from(ColdbenchApp.contextOf(Path.of("cdk.json")))).isEqualTo(DEFAULTS);
  }

  @Test
  void valuesMayBeStringsAsFromTheCommandLine() {
    Map<String, Object> context =
        Map.of(
            "env", "pr-12",
            "architecture", "x86_64",
            "memoryMb", "1769",
            "urlAuth", "NONE",
            "retainResults", "true",
            "resultsDays", "90",
            "schedule", "rate(1 day)",
            "scheduleInput", "{\"rounds\": 20}");

    Settings settings = from(context);

    assertThat(settings)
        .isEqualTo(
            new Settings(
                "pr-12",
                List.of(Architecture.X86_64),
                1769,
                FunctionUrls.NONE,
                true,
                1,
                Optional.of(90),
                Optional.of(new RunSchedule("rate(1 day)")),
                Map.of("rounds", 20),
                List.of(),
                Optional.empty()));
    assertThat(settings.stackName()).isEqualTo("coldbench-pr-12");
  }

  @Test
  void aDeploymentNeedsNoFunctionUrls() {
    assertThat(from(Map.of("urlAuth", "OFF")).urlAuth()).isEqualTo(FunctionUrls.OFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu-central-2", "eu-south-2", "ap-southeast-7", "us-gov-west-1"})
  void whereARegionHasNoFunctionUrlsThereAreNoneAndAskingForThemIsRefused(String region) {
    assertThat(in(region, Map.of()).urlAuth()).isEqualTo(FunctionUrls.OFF);
    assertThat(in(region, Map.of("urlAuth", "OFF")).urlAuth()).isEqualTo(FunctionUrls.OFF);
    assertThatThrownBy(() -> in(region, Map.of("urlAuth", "NONE")))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "urlAuth is \"NONE\", expected OFF, since %s has no function URLs: leave it out, or deploy elsewhere"
                .formatted(region));
  }

  @Test
  void whereARegionHasFunctionUrlsTheyAskForASignature() {
    assertThat(in("eu-central-1", Map.of()).urlAuth()).isEqualTo(FunctionUrls.AWS_IAM);
  }

  @Test
  void aFunctionThatOnlyThisMachineCanMeasureIsNotDeployed() {
    Map<String, Object> like =
        Map.of("label", "tuned", "like", "java-aot", "environment", Map.of("MODE", "fast"));
    Settings settings =
        Settings.from(
            Map.of("functions", List.of("bare", "java-jvm", "java-aot", like)),
            Path.of(""),
            Map.of());

    assertThatThrownBy(settings::checkDeployable)
        .isInstanceOf(SettingsException.class)
        .hasMessageMatching(
            "functions has java-aot, which cannot be deployed: an AOT cache works only with the very build of the JVM.*\n"
                + "functions has tuned, which cannot be deployed: .*");
    Settings deployable =
        Settings.from(Map.of("functions", "bare,java-jvm"), Path.of(""), Map.of());
    assertThatNoException().isThrownBy(deployable::checkDeployable);
  }

  @Test
  void whereARegionHasNoSnapStartAnEntryThatAsksForItIsRefused() {
    Map<String, Object> context = SnapStartMachineTest.CONTEXT;

    assertThat(in("eu-central-1", context).functions()).hasSize(1);
    assertThatThrownBy(() -> in("cn-north-1", context))
        .hasMessage(
            "functions: snapStart of snap is true, expected false, since cn-north-1 has no SnapStart: leave it out, or deploy elsewhere");
  }

  private static Settings in(String region, Map<String, Object> context) {
    return Settings.from(context, Path.of(""), Map.of("CDK_DEFAULT_REGION", region));
  }

  @Test
  void valuesMayBeTypedAsInCdkJson() {
    Settings settings = from(Map.of("memoryMb", 256, "retainResults", true));

    assertThat(settings.memoryMb()).isEqualTo(256);
    assertThat(settings.retainResults()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "env           | Dev          | 1 to 20 of a-z",
        "env           | ''           | 1 to 20 of a-z",
        "env           | pr-          | 1 to 20 of a-z",
        "env           | 1st          | 1 to 20 of a-z",
        "env           | aaaaaaaaaaaaaaaaaaaaa | 1 to 20 of a-z",
        "architecture  | arm          | arm64, x86_64 or both",
        "memoryMb      | 127          | a whole number from 128 to 10240",
        "memoryMb      | 10241        | a whole number from 128 to 10240",
        "memoryMb      | 128.0        | a whole number from 128 to 10240",
        "memoryMb      | 99999999999  | a whole number from 128 to 10240",
        "urlAuth       | none         | AWS_IAM, NONE or OFF",
        "retainResults | yes          | true or false",
        "resultsDays   | 0            | forever or a whole number from 1 to 3650",
        "resultsDays   | 3651         | forever or a whole number from 1 to 3650",
        "resultsDays   | never        | forever or a whole number from 1 to 3650",
        "lanes         | 0            | a whole number from 1 to 20",
        "lanes         | 21           | a whole number from 1 to 20",
        "lanes         | two          | a whole number from 1 to 20",
        "lanes         | 1.5          | a whole number from 1 to 20",
      })
  void aBadValueIsRefusedWithWhatIsAllowed(String key, String value, String allowed) {
    assertThatThrownBy(() -> from(Map.of(key, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(key + " is \"" + value + "\", expected " + allowed)
        .hasMessageContaining("give -c " + key + "=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rate(1 hour)",
        "rate(2 hours)",
        "rate(1 day)",
        "rate(7 days)",
        "rate(90 minutes)",
        "cron(0 3 * * ? *)",
        "cron(30 2,14 ? * MON-FRI *)",
        "cron(5 0/6 1-15 JAN,JUL ? 2027-2030)",
        "cron(0 3 L * ? *)",
        "cron(0 3 3W * ? *)",
        "cron(0 3 ? * 2#1 *)",
        "cron(0 3 ? * 6L *)",
      })
  void aScheduleIsWhatEventBridgeSchedulerTakesAtMostOnceAnHour(String expression) {
    assertThat(from(Map.of("schedule", expression)).schedule())
        .contains(new RunSchedule(expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "daily",
        "1 day",
        "rate(1day)",
        "rate(0 days)",
        "rate(-1 days)",
        "rate(1 week)",
        "rate(59 minutes)",
        "rate(1 minute)",
        "at(2027-01-01T03:00:00)",
        "cron(0 3 * * ?)",
        "cron(0 3 * * * *)",
        "cron(0 3 ? * ? *)",
        "cron(* 3 * * ? *)",
        "cron(0/5 3 * * ? *)",
        "cron(60 3 * * ? *)",
        "cron(0 24 * * ? *)",
        "cron(0 3 32 * ? *)",
        "cron(0 3 * 13 ? *)",
        "cron(0 3 ? * 8 *)",
        "cron(0 3 ? * 2#6 *)",
        "cron(0 3 * * ? 1969)",
        "cron(0  3 * * ? *)",
        "cron(0 3 1- * ? *)",
        "cron(0 3 1/0 * ? *)",
      })
  void anyOtherScheduleIsRefused(String expression) {
    assertThatThrownBy(() -> from(Map.of("schedule", expression)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(
            "schedule is \"%s\", expected off, rate(N hours), rate(N days), or cron("
                .formatted(expression))
        .hasMessageContaining("such as rate(1 day) or cron(0 3 * * ? *): give -c schedule=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "7", "\"rounds\"", "null"})
  void aScheduledInputIsAJsonObject(String input) {
    assertThatThrownBy(() -> from(Map.of("schedule", "rate(1 day)", "scheduleInput", input)))
        .hasMessageStartingWith(
            "scheduleInput is " + input + ", expected a JSON object as runs take it, such as");
  }

  @Test
  void aScheduledInputMayBeAnObjectOfCdkJson() {
    assertThat(
            from(Map.of("schedule", "rate(1 day)", "scheduleInput", Map.of("warm", 3)))
                .scheduleInput())
        .isEqualTo(Map.of("warm", 3));
  }

  @Test
  void anInputWithoutAScheduleIsRefused() {
    assertThatThrownBy(() -> from(Map.of("scheduleInput", "{\"rounds\": 20}")))
        .hasMessage(
            "scheduleInput is given and schedule is off, expected both or none: give -c schedule=… too, such as rate(1 day)");
  }

  @Test
  void anUnknownKeyIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> from(Map.of("enviroment", "prod")))
        .hasMessageStartingWith(
            "enviroment is not a setting, expected env, architecture, memoryMb");
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    Map<String, Object> context = new HashMap<>(Map.of("env", "X", "memoryMb", 1, "foo", "bar"));

    assertThatThrownBy(() -> from(context))
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@aws-cdk/aws-iam:minimizePolicies",
        "aws:cdk:bundling-stacks",
        "aws:cdk:enable-asset-metadata",
        "availability-zones:account=123456789012:region=eu-central-1",
        "cli-telemetry",
      })
  void keysOfTheCdkItselfPass(String key) {
    assertThat(from(Map.of(key, "x"))).isEqualTo(DEFAULTS);
  }
}
