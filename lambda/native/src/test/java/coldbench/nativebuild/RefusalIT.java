package coldbench.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would silently answer otherwise than on a JVM does not get through the build. */
class RefusalIT {
  private static final String MAIN = Different.class.getName();

  @TempDir private Path folder;

  @Test
  void whatWouldDifferIsRefusedWithItsPlaceAndWhatToUseInstead() throws Exception {
    Builder.Result result = Builder.in(folder).of(MAIN, "").build("x86_64", "true");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("java.lang.System.getenv is called, but natively the environment is empty there")
        .contains("Use init.environment() of coldbench.runtime")
        .contains("-Dnative.accept=environment")
        .contains("java.lang.Double.parseDouble is called")
        .contains("java.lang.StringBuilder.append is called")
        .contains("java.lang.String.format is called")
        .contains("at coldbench.nativebuild.Different.main([Ljava/lang/String;)V (Different.java:1")
        .doesNotContain("Double.valueOf")
        .doesNotContain("isBlank");
  }

  @Test
  void whatIsAcceptedIsNotRefused() throws Exception {
    Builder.Result result =
        Builder.in(folder).of(MAIN, "environment,number-texts").build("x86_64", "true");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("String.format").doesNotContain("getenv", "parseDouble");
  }

  @Test
  void aDifferenceThatDoesNotExistCannotBeAccepted() throws Exception {
    Builder.Result result = Builder.in(folder).of(MAIN, "weather").build("x86_64", "true");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains(
            "native.accept has \"weather\", expected one of [environment, number-texts, format");
  }

  @Test
  void whatTeaVMCannotCopeWithIsSaidWithWhatToDo() throws Exception {
    Path classes = Files.createDirectories(folder.resolve("classes/broken"));
    Files.writeString(classes.resolve("Main.class"), "no class file at all");
    Process build =
        Builder.in(folder)
            .of("broken.Main", "")
            .start("x86_64", "true", List.of(classes.getParent()));
    Builder.Result result = Builder.finish(build);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("native: TeaVM cannot cope with this program: java.lang.")
        .contains("write that one otherwise, such as in two")
        .contains("It failed at org.teavm.");
  }
}
