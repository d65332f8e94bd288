package coldbench;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.local.Prerequisite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A version stands in one place; where another file must repeat it, it is held to that one. */
class VersionsTest {
  private static final Pattern PLUGIN =
      Pattern.compile(
          "<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)</version>");
  private static final Pattern OURS =
      Pattern.compile(
          "<groupId>coldbench</groupId>\\s*<artifactId>coldbench[a-z-]*</artifactId>\\s*"
              + "<version>([0-9][^<]*)</version>");

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }

  private static String only(Pattern pattern, String file) throws IOException {
    List<String> found =
        pattern.matcher(read(file)).results().map(result -> result.group(1)).distinct().toList();
    assertThat(found).as("%s in %s", pattern, file).hasSize(1);
    return found.get(0);
  }

  private static String property(String name, String file) throws IOException {
    return only(Pattern.compile("<%1$s>([^<]+)</%1$s>".formatted(name)), file);
  }

  private static Map<String, String> plugins(String file) throws IOException {
    return PLUGIN
        .matcher(read(file))
        .results()
        .collect(toMap(each -> each.group(1), each -> each.group(2), (one, other) -> one));
  }

  @Test
  void everyPomHasTheVersionOfTheParent() throws IOException {
    String version = only(OURS, "parent/pom.xml");
    List<String> poms =
        new ArrayList<>(
            List.of("pom.xml", "lambda/pom.xml", "src/main/resources/coldbench/project/pom.xml"));
    try (var folders = Files.list(Path.of("lambda"))) {
      folders
          .map(each -> each + "/pom.xml")
          .filter(each -> Files.exists(Path.of(each)))
          .forEach(poms::add);
    }

    assertThat(poms).hasSizeGreaterThan(10);
    for (String pom : poms) {
      assertThat(only(OURS, pom)).as(pom).isEqualTo(version);
    }
    assertThat(property("coldbench.version", "lambda/function-parent/pom.xml")).isEqualTo(version);
  }

  @Test
  void theReadmeAndTheChangelogNameIt() throws IOException {
    String version = only(OURS, "parent/pom.xml");

    assertThat(read("README.md")).contains("**Status**: " + version + ".");
    List<String> released =
        Pattern.compile("(?m)^## ([0-9].*)$")
            .matcher(read("CHANGELOG.md"))
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(released).first().isEqualTo("## " + version);
  }

  /** It is published alone, so that it inherits nothing from the parent of our own builds. */
  @Test
  void theParentOfUsersFunctionsUsesThePluginsOfOurs() throws IOException {
    Map<String, String> ours = plugins("parent/pom.xml");
    Map<String, String> theirs = plugins("lambda/function-parent/pom.xml");

    assertThat(theirs).isNotEmpty();
    assertThat(ours).containsAllEntriesOf(theirs);
    assertThat(property("junit.version", "lambda/function-parent/pom.xml"))
        .isEqualTo(property("junit.version", "parent/pom.xml"));
  }

  @Test
  void whatIsFetchedLaterComesByThePluginThatTheBuildUses() throws IOException {
    assertThat(read("src/main/java/coldbench/emulator/interpreter/PinnedFiles.java"))
        .contains(
            "maven-dependency-plugin:" + plugins("parent/pom.xml").get("maven-dependency-plugin"));
  }

  @Test
  void theJarsOfLambdasJavaClientAreHashedInTheVersionThatIsFetched() throws IOException {
    String folder = "src/main/resources/coldbench/emulator/interpreter/";
    String client = "aws-lambda-java-runtime-interface-client";
    String version =
        only(
            Pattern.compile(
                "<artifactId>" + client + "</artifactId>\\s*<version>([^<]+)</version>"),
            folder + "java-client.xml");

    assertThat(read(folder + "java-client.sha256")).contains(client + "-" + version + ".jar");
  }

  @Test
  void theRepairsAreWrittenForTheTeaVmOfTheBuild() throws IOException {
    assertThat(read("lambda/semantics/src/main/java/coldbench/semantics/PinnedTeaVM.java"))
        .contains("VERSION = \"" + property("teavm.version", "lambda/pom.xml") + "\"");
  }

  @Test
  void theReadmeAsksForWhatDoctorAndTheLauncherLookFor() throws IOException {
    assertThat(read("README.md").replaceAll("\\s+", " "))
        .contains(
            "JDK %s or newer, Maven %s or newer, Node.js 22 (%s works), Python %s or newer with venv"
                .formatted(
                    property("maven.compiler.release", "parent/pom.xml"),
                    Prerequisite.MAVEN.atLeast(),
                    Prerequisite.NODE.atLeast(),
                    Prerequisite.PYTHON.atLeast()));
    assertThat(read("coldbench"))
        .contains(
            "a JDK, " + property("maven.compiler.release", "parent/pom.xml") + " or newer",
            "Maven, " + Prerequisite.MAVEN.atLeast() + " or newer");
  }
}
