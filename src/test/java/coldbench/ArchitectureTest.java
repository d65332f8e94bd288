package coldbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What each package may use. A new dependency of a package is a decision, made here. */
@AnalyzeClasses(packages = "coldbench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule deployUsesTheCdkAndNothingElseOfOurs =
      only(
          "deploy",
          "software.amazon.awscdk..",
          "software.constructs..",
          "io.github.cdklabs..",
          "software.amazon.jsii..",
          "com.fasterxml.jackson..");

  @ArchTest static final ArchRule templateUsesJackson = only("template", "com.fasterxml.jackson..");

  @ArchTest static final ArchRule hostUsesTheJdk = only("host");

  @ArchTest
  static final ArchRule urlServesTheHostsFunctionsAndSignsWithTheAwsSdk =
      only(
          "url",
          "coldbench.host..",
          "com.fasterxml.jackson..",
          "com.sun.net.httpserver..",
          "software.amazon.awssdk..");

  @ArchTest
  static final ArchRule aslUsesJsonataAndJackson =
      only("asl", "com.dashjoin.jsonata..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule localWiresTemplateHostAndAsl =
      only(
          "local",
          "coldbench.template..",
          "coldbench.host..",
          "coldbench.asl..",
          "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule awsUsesTheAwsSdk =
      only("aws", "software.amazon.awssdk..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule measureUsesAStatisticsLibrary =
      only("measure", "org.apache.commons.statistics..", "org.apache.commons.rng..");

  @ArchTest
  static final ArchRule resultsReadsObjectsIntoMeasure =
      only("results", "coldbench.measure..", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule reportRendersMeasure =
      only(
          "report",
          "coldbench.measure..",
          "com.fasterxml.jackson..",
          "com.samskivert.mustache..",
          "org.apache.commons.csv..");

  @ArchTest
  static final ArchRule benchUsesTheHostAndAStatisticsLibrary =
      only("bench", "coldbench.host..", "org.apache.commons.statistics..");

  private static ArchRule only(String own, String... others) {
    String[] allowed = new String[others.length + 3];
    allowed[0] = "coldbench." + own + "..";
    allowed[1] = "java..";
    allowed[2] = "org.jspecify.annotations..";
    System.arraycopy(others, 0, allowed, 3, others.length);
    return classes()
        .that()
        .resideInAPackage("coldbench." + own + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .allowEmptyShould(true);
  }
}
