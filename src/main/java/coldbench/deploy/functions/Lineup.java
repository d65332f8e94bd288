package coldbench.deploy.functions;

import coldbench.deploy.functions.FunctionUnderTest.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
   * The functions, each before its base.
   *
   * @param ours those that stand in every stack
   * @param own those that the settings ask for
   * @param problems takes what is wrong, a line each
   */
  public List<Member> of(List<OwnFunction> ours, List<OwnFunction> own, List<String> problems) {
    List<Member> members = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    Stream.concat(ours.stream(), own.stream()).forEach(each -> labels.add(each.label()));
    for (OwnFunction each : ours) {
      String id = ConstructIds.of(each.label());
      add(new Member(id, each, project, BuiltIn.describe(each)), members, labels, problems);
    }
    for (OwnFunction each : own) {
      // Or a label could be that of another construct.
      String id = "Own" + ConstructIds.of(each.label());
      add(new Member(id, each, project, BuiltIn.describe(each)), members, labels, problems);
    }
    return members;
  }

  private void add(Member member, List<Member> members, Set<String> labels, List<String> problems) {
    OwnFunction function = member.function;
    String label = function.label() + OF_BASE;
    Optional<OwnFunction.Source> source = base.flatMap(other -> source(function, other));
    if (source.isEmpty()) {
      members.add(member);
      return;
    }
    if (labels.contains(label)) {
      problems.add(
          "functions has the label %s, which is that of the base of %s: rename one"
              .formatted(label, function.label()));
    }
    if (source.get() instanceof OwnFunction.Source.Given given) {
      PackageCheck.problem(given.path(), function.runtime(), Optional.of(function.architecture()))
          .ifPresent(
              wrong ->
                  problems.add(
                      "the base of %s is \"%s\", %s"
                          .formatted(function.label(), given.path(), wrong)));
    }
    members.add(new Member(member.id, function.like(label), member.project, member.description));
    members.add(
        new Member(
            "Base" + member.id,
            function.from(label, source.get()),
            base.orElseThrow(),
            member.description + ", as it was before the change"));
  }

  /** The label of the function that a label is the base of; the label itself of all others. */
  public static String ofHead(String label) {
    return label.endsWith(OF_BASE) ? label.substring(0, label.length() - OF_BASE.length()) : label;
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
