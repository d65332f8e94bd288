package coldbench.deploy;

import coldbench.deploy.functions.Destination;
import coldbench.deploy.functions.FunctionUnderTest;
import coldbench.deploy.functions.Lineup;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Validations;

/** The CDK app's entry point, called by the cdk CLI through cdk.json. */
public final class ColdbenchApp {
  private static final int MOST_COPIES = 60;

  private ColdbenchApp() {}

  /** Synthesizes what the cdk CLI asks for; exit code 2 where the context cannot be used. */
  public static void main(String[] args) {
    // Numbers look the same wherever the app runs, those that hashes are made of included.
    Locale.setDefault(Locale.ROOT);
    try {
      Optional<String> region = Destination.of(System.getenv()).region();
      region
          .filter(name -> !LambdaRegions.hasFunctionUrls(name))
          .ifPresent(
              name ->
                  System.err.printf(
                      "coldbench: %s has no function URLs, so the functions are deployed without them; runs need none%n",
                      name));
      App app = new App();
      Path project = Path.of("").toAbsolutePath();
      Settings settings = Settings.from(contextOf(app), project, System.getenv());
      settings.checkDeployable();
      synthesize(app, settings, targets(settings, project));
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /**
   * Synthesizes in this process, without the cdk CLI.
   *
   * @param project the folder of cdk.json, whose context holds where {@code context} says nothing
   * @param context settings, as after {@code -c}
   * @param outDir the folder of the cloud assembly; keep it, and packages whose sources did not
   *     change are not built again
   * @return the stack, in {@code outDir}
   * @throws SettingsException if a setting cannot be used
   */
  public static Synthesis synthesize(Path project, Map<String, Object> context, Path outDir) {
    Map<String, Object> all = new TreeMap<>(contextOf(project.resolve("cdk.json")));
    all.putAll(context);
    Settings settings = Settings.from(all, project, System.getenv());
    App app = new App(AppProps.builder().context(all).outdir(outDir.toString()).build());
    synthesize(app, settings, targets(settings, project));
    return new Synthesis(outDir, settings.stackName());
  }

  /**
   * The labels of the functions that the stack has, ours first.
   *
   * @param project and {@code context}: as of {@link #synthesize}
   * @throws SettingsException if a setting cannot be used
   */
  public static Set<String> labels(Path project, Map<String, Object> context) {
    Map<String, Object> all = new TreeMap<>(contextOf(project.resolve("cdk.json")));
    all.putAll(context);
    Set<String> labels = new LinkedHashSet<>();
    Settings.from(all, project, System.getenv())
        .lineup(project)
        .forEach(member -> labels.add(member.function().label()));
    return labels;
  }

  private static List<FunctionUnderTest> targets(Settings settings, Path project) {
    List<FunctionUnderTest> targets =
        settings.lineup(project).stream().map(Lineup.Member::underTest).toList();
    refuseTooMany(settings.lanes(), targets.size());
    return targets;
  }

  /** What a policy of the machine's role, a stack and an account have room for. */
  private static void refuseTooMany(int lanes, int functions) {
    if (lanes > 1 && lanes * functions > MOST_COPIES) {
      throw new SettingsException(
          List.of(
              "lanes is \"%d\", with %d functions that is %d copies, expected %d at most: give -c lanes=%d or fewer functions"
                  .formatted(
                      lanes,
                      functions,
                      lanes * functions,
                      MOST_COPIES,
                      Math.max(1, MOST_COPIES / functions))));
    }
  }

  static void synthesize(App app, Settings settings, List<FunctionUnderTest> targets) {
    new ColdbenchStack(app, settings, targets);
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    app.synth();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> contextOf(App app) {
    return (Map<String, Object>) app.getNode().getAllContext();
  }

  static Map<String, Object> contextOf(Path cdkJson) {
    try {
      JsonMapper mapper = JsonMapper.builder().build();
      return mapper.convertValue(
          mapper.readTree(cdkJson.toFile()).path("context"), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + cdkJson, e);
    }
  }
}
