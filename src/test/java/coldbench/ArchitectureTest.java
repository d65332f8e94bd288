package coldbench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What each package may use. A new dependency of a package is a decision, made here. */
@AnalyzeClasses(packages = "coldbench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule deployUsesTheCdkReadsJsonAndValidatesInputAsTheMachineDoes =
      only(
          "deploy",
          "coldbench.asl..",
          "coldbench.cdk..",
          "coldbench.json..",
          "coldbench.lambda..",
          "software.amazon.awscdk..",
          "software.constructs..",
          "io.github.cdklabs..",
          "software.amazon.jsii..",
          "coldbench.archive..",
          "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule theConstructUsesTheCdkAlone =
      only("cdk", "software.amazon.awscdk..", "software.constructs..", "software.amazon.jsii..");

  @ArchTest
  static final ArchRule archiveUsesAZipLibrary =
      only("archive", "org.apache.commons.compress..", "org.apache.commons.io..");

  @ArchTest static final ArchRule whatIsDocumentedOfLambdaUsesTheJdk = only("lambda");

  @ArchTest static final ArchRule jsonUsesJackson = only("json", "com.fasterxml.jackson..");

  @ArchTest static final ArchRule templateUsesJackson = only("template", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule theMachineIsARoomOfItsOwn =
      onlyTheRoom(
          "deploy.machine",
          "coldbench.lambda..",
          "software.amazon.awscdk..",
          "software.constructs..");

  @ArchTest
  static final ArchRule theMeasuredFunctionsAreARoomOfTheirOwn =
      onlyTheRoom(
          "deploy.functions",
          "coldbench.cdk..",
          "coldbench.json..",
          "coldbench.lambda..",
          "software.amazon.awscdk..",
          "software.constructs..",
          "coldbench.archive..",
          "com.fasterxml.jackson..");

  /**
   * It passes JSON on and neither reads nor makes it; services, files and processes are others'.
   */
  @ArchTest
  static final ArchRule theCommandLineOnlyWires =
      classes()
          .that()
          .resideInAPackage("coldbench.cli")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("coldbench..", "java..", "picocli..", "org.jspecify.annotations..")
                  .or(equivalentTo(JsonNode.class)))
          .andShould()
          .onlyDependOnClassesThat(
              not(
                  resideInAnyPackage("java.nio.channels..", "java.security..", "java.net.http..")
                      .or(equivalentTo(ProcessBuilder.class))));

  @ArchTest
  static final ArchRule nothingButItsTestsKnowsTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("coldbench.cli")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("coldbench.cli");

  @ArchTest static final ArchRule httpUsesTheJdk = only("http");

  @ArchTest
  static final ArchRule theEmulatorReadsHttpAndArchives =
      only("emulator", "coldbench.lambda..", "coldbench.http..", "coldbench.archive..");

  @ArchTest static final ArchRule controlGroupsAreARoomOfTheirOwn = onlyTheRoom("emulator.cgroup");

  @ArchTest
  static final ArchRule theRuntimeApiIsARoomOfItsOwn =
      onlyTheRoom("emulator.runtimeapi", "coldbench.http..");

  @ArchTest
  static final ArchRule theInterpretersAreARoomOfTheirOwn = onlyTheRoom("emulator.interpreter");

  @ArchTest
  static final ArchRule urlServesTheEmulatorsFunctionsAndSignsWithTheAwsSdk =
      only(
          "url",
          "coldbench.analysis..",
          "coldbench.emulator..",
          "com.fasterxml.jackson..",
          "coldbench.http..",
          "javax.net.ssl..",
          "software.amazon.awssdk..");

  @ArchTest
  static final ArchRule aslUsesJsonataAndJackson =
      only("asl", "coldbench.json..", "com.dashjoin.jsonata..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule localWiresTemplateEmulatorAndAsl =
      only(
          "local",
          "coldbench.analysis..",
          "coldbench.json..",
          "coldbench.lambda..",
          "coldbench.template..",
          "coldbench.emulator..",
          "coldbench.asl..",
          "coldbench.results..",
          "com.fasterxml.jackson..",
          "javax.net.ssl..");

  @ArchTest
  static final ArchRule theDatabaseIsARoomOfItsOwn =
      onlyTheRoom(
          "local.dynamodb", "coldbench.emulator..", "com.fasterxml.jackson..", "javax.net.ssl..");

  @ArchTest
  static final ArchRule projectBuildsFoldersOfItsOwn =
      only(
          "project",
          "coldbench.deploy.functions..",
          "coldbench.emulator..",
          "coldbench.lambda..",
          "coldbench.local.dynamodb..",
          "javax.lang.model..",
          "javax.tools..");

  @ArchTest
  static final ArchRule awsUsesTheAwsSdk =
      only(
          "aws",
          "coldbench.analysis..",
          "coldbench.results..",
          "software.amazon.awssdk..",
          "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule analysisUsesAStatisticsLibrary =
      only(
          "analysis",
          "coldbench.lambda..",
          "org.apache.commons.statistics..",
          "org.apache.commons.rng..");

  @ArchTest
  static final ArchRule resultsReadsObjectsIntoAnalysis =
      only("results", "coldbench.analysis..", "coldbench.json..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule reportRendersAnalysis =
      only(
          "report",
          "coldbench.analysis..",
          "com.fasterxml.jackson..",
          "com.samskivert.mustache..",
          "org.apache.commons.csv..");

  @ArchTest
  static final ArchRule microbenchUsesTheEmulatorAndAStatisticsLibrary =
      only("microbench", "coldbench.emulator..", "org.apache.commons.statistics..");

  private static ArchRule only(String own, String... others) {
    return within("coldbench." + own + "..", others);
  }

  /**
   * A room of a package: what it uses of ours is in it, so not its neighbours nor what is above.
   */
  private static ArchRule onlyTheRoom(String own, String... others) {
    return within("coldbench." + own, others);
  }

  private static ArchRule within(String own, String... others) {
    String[] allowed = new String[others.length + 3];
    allowed[0] = own;
    allowed[1] = "java..";
    allowed[2] = "org.jspecify.annotations..";
    System.arraycopy(others, 0, allowed, 3, others.length);
    return classes()
        .that()
        .resideInAPackage(own)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(true);
  }
}
