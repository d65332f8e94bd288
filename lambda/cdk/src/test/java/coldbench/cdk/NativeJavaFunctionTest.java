package coldbench.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.efs.FileSystem;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.FunctionProps;
import software.amazon.awscdk.services.lambda.LambdaInsightsVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.logs.RetentionDays;

/** What an app with the construct deploys, and when it is built. The Maven here is a script. */
class NativeJavaFunctionTest {
  @TempDir private Path folder;
  private Path project;
  private Path maven;

  @BeforeEach
  void project() throws IOException {
    project = Files.createDirectories(folder.resolve("orders"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    maven =
        Files.writeString(
            folder.resolve("maven"),
            """
            #!/bin/sh
            for last; do
              [ "$before" = -f ] && pom=$last
              [ "$before" = -pl ] && module=/$last
              before=$last
            done
            echo "$last" >> "$(dirname "$0")/calls"
            cd "$(dirname "$pom")$module" || exit 1
            umask 077
            mkdir -p target/native/${last#-Dnative.arch=} && echo built > target/native/${last#-Dnative.arch=}/bootstrap
            """);
    assertThat(maven.toFile().setExecutable(true)).isTrue();
  }

  private App app(List<String> bundled) {
    return new App(
        AppProps.builder()
            .outdir(folder.resolve("cdk.out").toString())
            .context(Map.of("aws:cdk:bundling-stacks", bundled))
            .build());
  }

  private NativeJavaFunctionProps.Builder props() {
    return NativeJavaFunctionProps.builder().project(project.toString()).maven(maven.toString());
  }

  private List<String> calls() throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  @Test
  void itIsAFunctionWithAnExecutableALogAndTheLeastRole() throws IOException {
    Stack stack = new Stack(app(List.of("**")), "s");
    new NativeJavaFunction(stack, "Orders", props().build());
    Template template = Template.fromStack(stack);
    template.hasResourceProperties(
        "AWS::Lambda::Function",
        Map.of(
            "Runtime",
            "provided.al2023",
            "Handler",
            "bootstrap",
            "MemorySize",
            128,
            "Architectures",
            List.of("arm64"),
            "LoggingConfig",
            Match.anyValue()));
    template.hasResourceProperties("AWS::Logs::LogGroup", Map.of("RetentionInDays", 30));
    template.hasResourceProperties(
        "AWS::IAM::Policy",
        Map.of(
            "PolicyDocument",
            Match.objectLike(
                Map.of(
                    "Statement",
                    List.of(
                        Match.objectLike(
                            Map.of(
                                "Action",
                                List.of("logs:CreateLogStream", "logs:PutLogEvents"))))))));
    template.allResourcesProperties("AWS::IAM::Role", Map.of("ManagedPolicyArns", Match.absent()));
    assertThat(calls()).containsExactly("-Dnative.arch=arm64");
  }

  @Test
  void whateverAFunctionTakesCanBeSet() {
    Stack stack = new Stack(app(List.of("**")), "s");
    new NativeJavaFunction(
        stack,
        "Orders",
        props()
            .architecture(Architecture.X86_64)
            .function(
                set ->
                    set.memorySize(512)
                        .timeout(Duration.seconds(20))
                        .environment(Map.of("TABLE", "orders")))
            .function(set -> set.runtime(Runtime.PROVIDED_AL2).description("Adds up orders"))
            .build());
    Template.fromStack(stack)
        .hasResourceProperties(
            "AWS::Lambda::Function",
            Map.of(
                "Architectures",
                List.of("x86_64"),
                "MemorySize",
                512,
                "Timeout",
                20,
                "Runtime",
                "provided.al2",
                "Description",
                "Adds up orders",
                "Environment",
                Map.of("Variables", Map.of("TABLE", "orders"))));
  }

  @SuppressWarnings("deprecation") // How long a log is kept may still be said so.
  private static Stream<Arguments> settings() {
    return Stream.of(
        setting("ec2:CreateNetworkInterface", (stack, set) -> set.vpc(new Vpc(stack, "Vpc"))),
        setting(
            "elasticfilesystem:ClientMount",
            (stack, set) -> {
              Vpc vpc = new Vpc(stack, "Vpc");
              FileSystem files = FileSystem.Builder.create(stack, "Files").vpc(vpc).build();
              set.vpc(vpc)
                  .filesystem(
                      software.amazon.awscdk.services.lambda.FileSystem.fromEfsAccessPoint(
                          files.addAccessPoint("Point"), "/mnt/files"));
            }),
        setting("sqs:SendMessage", (stack, set) -> set.deadLetterQueueEnabled(true)),
        setting("xray:PutTraceSegments", (stack, set) -> set.tracing(Tracing.ACTIVE)),
        setting(
            "CloudWatchLambdaInsightsExecutionRolePolicy",
            (stack, set) -> set.insightsVersion(LambdaInsightsVersion.VERSION_1_0_229_0)),
        setting(
            "s3:GetObject",
            (stack, set) ->
                set.initialPolicy(
                    List.of(
                        PolicyStatement.Builder.create()
                            .actions(List.of("s3:GetObject"))
                            .resources(List.of("*"))
                            .build()))),
        setting(
            "AWSLambdaBasicExecutionRole",
            (stack, set) -> set.logRetention(RetentionDays.ONE_WEEK)),
        setting(
            "somebody's own",
            (stack, set) ->
                set.role(
                    Role.Builder.create(stack, "Own")
                        .description("somebody's own")
                        .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                        .build())));
  }

  private static Arguments setting(
      String needed, BiConsumer<Stack, FunctionProps.Builder> setting) {
    return Arguments.of(needed, setting);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void itsRoleMayDoWhatASettingNeeds(
      String needed, BiConsumer<Stack, FunctionProps.Builder> setting) {
    Stack stack = new Stack(app(List.of("**")), "s");
    new NativeJavaFunction(
        stack, "Orders", props().function(set -> setting.accept(stack, set)).build());
    Template template = Template.fromStack(stack);
    assertThat(
            template.findResources("AWS::IAM::Role").toString()
                + template.findResources("AWS::IAM::Policy"))
        .contains(needed);
  }

  @Test
  void itIsNotBuiltForAStackThatIsOnlyListedOrDestroyed() throws IOException {
    Stack stack = new Stack(app(List.of()), "s");
    new NativeJavaFunction(stack, "Orders", props().build());
    Template.fromStack(stack).resourceCountIs("AWS::Lambda::Function", 1);
    assertThat(calls()).isEmpty();
  }

  @Test
  void itIsNotBuiltAgainWhileTheSourcesAreAsTheyWere() throws IOException {
    for (int i = 0; i < 2; i++) {
      Stack stack = new Stack(app(List.of("**")), "s");
      new NativeJavaFunction(stack, "Orders", props().build());
      Template.fromStack(stack);
    }
    assertThat(calls()).hasSize(1);
  }

  @Test
  void itIsBuiltWithTheModulesThatItNeedsAndAnewWhereOneOfThemChangesOrASourceElsewhere()
      throws IOException {
    Path reactor = Files.createDirectories(folder.resolve("all"));
    Files.writeString(reactor.resolve("pom.xml"), "<project/>");
    project = Files.move(project, reactor.resolve("orders"));
    Path shared = Files.createDirectories(reactor.resolve("shared/src/main"));
    Path tests = Files.createDirectories(reactor.resolve("shared/src/test"));
    Path parent = Files.writeString(folder.resolve("parent.xml"), "<project/>");
    Set<String> packages = new LinkedHashSet<>();
    for (Path changed :
        List.of(
            reactor.resolve("orders/Orders.java"),
            shared.resolve("Shared.java"),
            parent,
            tests.resolve("SharedTest.java"),
            reactor.resolve("orders/target/native/made"))) {
      Files.createDirectories(changed.getParent());
      Files.writeString(changed, "class Changed {}");
      // Elsewhere each time: one process looks at the same sources of one app only once.
      App app =
          new App(
              AppProps.builder().outdir(folder.resolve("out" + calls().size()).toString()).build());
      Stack stack = new Stack(app, "s");
      new NativeJavaFunction(
          stack, "Orders", props().reactor(reactor.toString()).source(parent.toString()).build());
      packages.add(
          Template.fromStack(stack).findResources("AWS::Lambda::Function").values().toString());
    }
    assertThat(packages).hasSize(3);
    assertThat(project.resolve("target/native/arm64/bootstrap")).exists();
  }

  @Test
  void whatIsDeployedCanBeReadByOthersWhateverTheUmaskIs() throws IOException {
    Stack stack = new Stack(app(List.of("**")), "s");
    new NativeJavaFunction(stack, "Orders", props().build());
    Template.fromStack(stack);
    try (Stream<Path> assets = Files.list(folder.resolve("cdk.out"))) {
      Path asset = assets.filter(Files::isDirectory).findFirst().orElseThrow();
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(asset.resolve("bootstrap"))))
          .isEqualTo("rwxr-xr-x");
    }
  }

  @Test
  void aFolderWithoutAPomIsNamed() {
    Stack stack = new Stack(app(List.of("**")), "s");
    NativeJavaFunctionProps nowhere =
        NativeJavaFunctionProps.builder().project(folder.resolve("gone").toString()).build();
    assertThatThrownBy(() -> new NativeJavaFunction(stack, "Orders", nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("where there is no pom.xml, expected the folder of one");
    NativeJavaFunctionProps reactor = props().reactor(folder.toString()).build();
    assertThatThrownBy(() -> new NativeJavaFunction(stack, "Others", reactor))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reactor is \"" + folder + "\", where there is no pom.xml");
    assertThatThrownBy(() -> NativeJavaFunctionProps.builder().build())
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("project is not set");
  }
}
