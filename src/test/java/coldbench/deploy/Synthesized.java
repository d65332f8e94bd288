package coldbench.deploy;

import coldbench.deploy.functions.FunctionUnderTest;
import coldbench.deploy.functions.FunctionUnderTest.Content;
import coldbench.deploy.functions.Lineup;
import coldbench.deploy.functions.OwnFunction;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.services.lambda.Code;

/** The stack as the app makes it, but with function packages that need no build. */
public final class Synthesized {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Map<String, Object>, Synthesized> MADE = new HashMap<>();

  private final Synthesis synthesis;

  private Synthesized(Synthesis synthesis) {
    this.synthesis = synthesis;
  }

  /** Made once for each context: the CDK takes seconds, and its bridge only one thread. */
  public static synchronized Synthesized with(Map<String, Object> context) {
    return MADE.computeIfAbsent(context, Synthesized::make);
  }

  /** Made anew. */
  static Synthesized make(Map<String, Object> context) {
    Map<String, Object> all = new HashMap<>(ColdbenchApp.contextOf(Path.of("cdk.json")));
    all.putAll(context);
    return of(new App(AppProps.builder().context(all).build()), all);
  }

  /** An app that may have more in it. */
  static Synthesized of(App app, Map<String, Object> context) {
    try {
      Path code = Files.createDirectories(Path.of("target", "test-package").toAbsolutePath());
      Files.writeString(code.resolve("bootstrap"), "a package");
      Settings settings = Settings.from(context, Path.of(""), Map.of());
      Content asset = new Content.Packaged(Code.fromAsset(code.toString()));
      ColdbenchApp.synthesize(app, settings, targets(settings, asset));
      return new Synthesized(new Synthesis(Path.of(app.getOutdir()), settings.stackName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Maven builds is here a package like any other, and so is what is ours. */
  private static List<FunctionUnderTest> targets(Settings settings, Content asset) {
    Set<String> given =
        settings.functions().stream()
            .filter(own -> own.source() instanceof OwnFunction.Source.Given)
            .map(OwnFunction::label)
            .collect(Collectors.toSet());
    return settings.lineup(Path.of("")).stream()
        .map(
            member ->
                given.contains(Lineup.asked(member.function().label()))
                    ? member.underTest()
                    : member.underTest(asset))
        .toList();
  }

  JsonNode manifest() {
    return json(synthesis.assembly().resolve("manifest.json"));
  }

  JsonNode template() {
    return json(synthesis.assembly().resolve(synthesis.stackName() + ".template.json"));
  }

  JsonNode validationReport() {
    return json(synthesis.assembly().resolve("validation-report.json"));
  }

  /** The machine's definition, with logical ids where the account's names would stand. */
  public JsonNode definition() {
    for (JsonNode resource : template().path("Resources")) {
      if (resource.path("Type").asText().equals("AWS::StepFunctions::StateMachine")) {
        StringBuilder text = new StringBuilder();
        resource
            .path("Properties")
            .path("DefinitionString")
            .path("Fn::Join")
            .path(1)
            .forEach(part -> text.append(resolved(part)));
        return parsed(text.toString());
      }
    }
    throw new AssertionError("the template has no state machine");
  }

  private static String resolved(JsonNode part) {
    String referred = part.path("Ref").asText();
    return part.isTextual()
        ? part.textValue()
        : referred.equals("AWS::Partition") ? "aws" : referred;
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
