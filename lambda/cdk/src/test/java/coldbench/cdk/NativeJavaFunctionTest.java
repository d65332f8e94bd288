package coldbench.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Runtime;

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
            for last; do [ "$before" = -f ] && pom=$last; [ "$before" = -pl ] && module=/$last; before=$last; done
            cd "$(dirname "$pom")$module" && echo "$last" >> calls
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
    Path calls = project.resolve("calls");
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
      if (i == 0) {
        assertThat(calls()).hasSize(1);
        Files.move(project.resolve("calls"), folder.resolve("calls.of.the.first"));
      }
    }
    assertThat(calls()).isEmpty();
  }

  @Test
  void aFolderWithoutAPomIsNamed() {
    Stack stack = new Stack(app(List.of("**")), "s");
    NativeJavaFunctionProps nowhere =
        NativeJavaFunctionProps.builder().project(folder.resolve("gone").toString()).build();
    assertThatThrownBy(() -> new NativeJavaFunction(stack, "Orders", nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("where there is no pom.xml, expected the folder of one");
    assertThatThrownBy(() -> NativeJavaFunctionProps.builder().build())
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("project is not set");
  }
}
