package coldbench.deploy.functions;

import coldbench.deploy.functions.FunctionUnderTest.Content;
import coldbench.lambda.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which functions a stack has: those that are asked for, and each once more with the package that
 * another checkout has of it, so that a change and its base are measured in the same blocks.
 *
 * @param project the folder of cdk.json
 * @param base another checkout of the same sources
 */
public record Lineup(Path project, Optional<Path> base) {
  private static final String OF_BASE = "-base";

  /**
   * One function of the stack.
   *
   * @param id of its construct
   * @param project where its sources are, if our own build makes it
   */
  public record Member(String id, OwnFunction function, Path project, String description) {
    public FunctionUnderTest underTest() {
      return underTest(FunctionUnderTest.content(function, project));
    }

    /** With another package. */
    public FunctionUnderTest underTest(Content content) {
      return new FunctionUnderTest(id, function, content, description);
    }
  }

  /**
   * The functions, each before its base. One that comes twice, for either processor, is told apart
   * by its label.
   *
   * @param ours those that stand in every stack
   * @param own those that the settings ask for
   * @param problems takes what is wrong, a line each
   */
  public List<Member> of(List<OwnFunction> ours, List<OwnFunction> own, List<String> problems) {
    List<Member> members = new ArrayList<>();
    Set<String> twice = labels(ours, own);
    for (OwnFunction each : ours) {
      add(each, "", twice, members, problems);
    }
    for (OwnFunction each : own) {
      // Or a label could be that of another construct.
      add(each, "Own", twice, members, problems);
    }
    refuseTaken(members, problems);
    return members;
  }

  /** The labels that stand for both processors. */
  private static Set<String> labels(List<OwnFunction> ours, List<OwnFunction> own) {
    Set<String> seen = new HashSet<>();
    return Stream.concat(ours.stream(), own.stream())
        .map(OwnFunction::label)
        .filter(label -> !seen.add(label))
        .collect(Collectors.toSet());
  }

  private void add(
      OwnFunction asked,
      String prefix,
      Set<String> twice,
      List<Member> members,
      List<String> problems) {
    String description = BuiltIn.describe(asked);
    OwnFunction function = asked.named(label -> onProcessor(label, asked.architecture(), twice));
    String id = prefix + ConstructIds.of(function.label());
    String label = function.label() + OF_BASE;
    Optional<OwnFunction.Source> source = base.flatMap(other -> source(function, other));
    if (source.isEmpty()) {
      members.add(new Member(id, function, project, description));
      return;
    }
    if (source.get() instanceof OwnFunction.Source.Given given) {
      PackageCheck.problem(given.path(), function.runtime(), Optional.of(function.architecture()))
          .ifPresent(
              wrong ->
                  problems.add(
                      "the base of %s is \"%s\", %s"
                          .formatted(function.label(), given.path(), wrong)));
    }
    members.add(new Member(id, function.like(label), project, description));
    members.add(
        new Member(
            "Base" + id,
            function.from(label, source.get()),
            base.orElseThrow(),
            description + ", as it was before the change"));
  }

  private static String onProcessor(String label, Architecture architecture, Set<String> twice) {
    return twice.contains(label) ? label + suffix(architecture) : label;
  }

  private static String suffix(Architecture architecture) {
    return "-" + architecture.lambdaName().replace('_', '-');
  }

  /** A label that is made here may be one that was given. */
  private static void refuseTaken(List<Member> members, List<String> problems) {
    Set<String> seen = new HashSet<>();
    for (Member member : members) {
      String label = member.function.label();
      if (!seen.add(label.replace("-", ""))) {
        problems.add(
            "functions has the label %s, which is also made of another one for its base or its processor: rename one"
                .formatted(label));
      }
    }
  }

  /** The label that was asked for, of one that stands for a base or for one of two processors. */
  public static String asked(String label) {
    String made = without(label, OF_BASE);
    for (Architecture architecture : Architecture.values()) {
      made = without(made, suffix(architecture));
    }
    return made;
  }

  private static String without(String label, String end) {
    return label.endsWith(end) ? label.substring(0, label.length() - end.length()) : label;
  }

  /** The same package in another checkout; none where that has none. */
  private Optional<OwnFunction.Source> source(OwnFunction function, Path other) {
    if (function.source() instanceof OwnFunction.Source.Given given) {
      return elsewhere(given.path(), other).map(OwnFunction.Source.Given::new);
    }
    if (function.source() instanceof OwnFunction.Source.Project own) {
      return elsewhere(own.folder(), other).map(OwnFunction.Source.Project::new);
    }
    return Files.exists(other.resolve("lambda").resolve("pom.xml"))
        ? Optional.of(function.source())
        : Optional.empty();
  }

  private Optional<Path> elsewhere(Path path, Path other) {
    Path whole = path.toAbsolutePath().normalize();
    return checkout(whole).map(root -> other.resolve(root.relativize(whole))).filter(Files::exists);
  }

  /** What a path is in: this project, or another folder that git keeps. */
  private Optional<Path> checkout(Path path) {
    Path here = project.toAbsolutePath().normalize();
    if (path.startsWith(here)) {
      return Optional.of(here);
    }
    return Stream.iterate(path, each -> each != null, Path::getParent)
        .filter(each -> Files.exists(each.resolve(".git")))
        .findFirst();
  }
}
