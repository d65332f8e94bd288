package coldbench.deploy;

import coldbench.deploy.functions.FunctionUnderTest;
import coldbench.deploy.functions.OwnFunction;
import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.CfnWaitConditionHandle;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;

/** One native Java function of the user's own, as a stack of its own. */
public final class ProjectStack {
  /** By which such a stack is known; its value is the function's label. */
  public static final String TAG = "coldbench-function";

  private ProjectStack() {}

  /** What the stack and its function are called in the account. */
  public static String name(String label, String env) {
    return label + "-" + env;
  }

  /**
   * Synthesizes it; the executable is built where its sources have changed.
   *
   * @param home the folder of cdk.json, whose feature flags hold
   * @param outDir the folder of the cloud assembly
   */
  public static Synthesis synthesize(
      Path home, String env, OwnFunction function, int memoryMb, FunctionUrls urls, Path outDir) {
    String name = name(function.label(), env);
    App app = app(home, outDir);
    Stack stack =
        new Stack(
            app,
            name,
            StackProps.builder()
                .description("The function " + function.label() + " in native Java")
                .tags(Map.of(TAG, function.label()))
                .build());
    Placement placement = new Placement(name, memoryMb, urls, 1);
    new MeasuredFunction(
        stack, placement, new Roles(stack), new Tables(stack), FunctionUnderTest.alone(function));
    app.synth();
    return new Synthesis(outDir, name);
  }

  /** Only the stack's name, which is all that it takes to destroy it; no template is empty. */
  public static Synthesis nothingOf(Path home, String name, Path outDir) {
    App app = app(home, outDir);
    CfnWaitConditionHandle.Builder.create(new Stack(app, name), "Nothing").build();
    app.synth();
    return new Synthesis(outDir, name);
  }

  private static App app(Path home, Path outDir) {
    return new App(
        AppProps.builder()
            .context(ColdbenchApp.contextOf(home.resolve("cdk.json")))
            .outdir(outDir.toString())
            .build());
  }
}
