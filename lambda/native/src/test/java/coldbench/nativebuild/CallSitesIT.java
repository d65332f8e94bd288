package coldbench.nativebuild;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.semantics.CSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What catches and what a stack trace says, of every call, held against the tables of TeaVM. */
class CallSitesIT {
  private static final int METHODS = 300;
  private static final int HANDLERS = 70;
  private static final int LINES = 2_000;
  private static final int SITES = 3_000;

  private static final String TYPES =
      """
      #include <stdint.h>
      #include <stdio.h>
      typedef struct { int number; } TeaVM_MethodLocation;
      typedef struct TeaVM_CallSiteLocation {
          TeaVM_MethodLocation* method;
          int32_t lineNumber;
          struct TeaVM_CallSiteLocation* next;
      } TeaVM_CallSiteLocation;
      typedef struct { int id; } TeaVM_ExceptionHandler;
      typedef struct {
          TeaVM_ExceptionHandler* firstHandler;
          TeaVM_CallSiteLocation* location;
      } TeaVM_CallSite;
      static TeaVM_MethodLocation methodLocations_teavm_callSites[%d];
      static TeaVM_ExceptionHandler exceptionHandlers_teavm_callSites[%d];
      """
          .formatted(METHODS, HANDLERS);

  private static final String COMPARISON =
      """
      int main() {
          for (int site = 0; site < %d; site++) {
              TeaVM_CallSiteLocation* wanted = teavm_callSites[site].location;
              TeaVM_CallSiteLocation* found = coldbench_location(site);
              for (; wanted != NULL && found != NULL; wanted = wanted->next, found = found->next) {
                  if (wanted->method != found->method || wanted->lineNumber != found->lineNumber) {
                      break;
                  }
              }
              if (wanted != NULL || found != NULL) {
                  printf("another line of call %%d\\n", site);
              }
              if (teavm_callSites[site].firstHandler != coldbench_firstHandler(site)) {
                  printf("another handler of call %%d\\n", site);
              }
          }
          puts("compared");
          return 0;
      }
      """
          .formatted(SITES);

  @TempDir private Path folder;

  @Test
  void everyCallHasTheHandlersAndTheLinesThatItHad() throws Exception {
    String tables = tables(new Random(7));
    Path prepared = prepared(tables);
    Path program = folder.resolve("program.c");
    Files.writeString(program, TYPES + tables + Files.readString(prepared) + COMPARISON);

    Builder builder = Builder.in(folder).of(program.toString(), "");
    assertThat(builder.build("x86_64", "").exitCode()).isZero();
    Process compared =
        new ProcessBuilder(builder.target().resolve("x86_64/bootstrap").toString()).start();

    assertThat(new String(compared.getInputStream().readAllBytes(), UTF_8)).isEqualTo("compared\n");
  }

  /** By what prepares a program's C, twice as after a build that was broken off. */
  private Path prepared(String tables) throws IOException {
    Path generated = Files.createDirectories(folder.resolve("c"));
    Files.writeString(generated.resolve("all.c"), "");
    try (InputStream memory =
        Objects.requireNonNull(
            CSources.class.getClassLoader().getResourceAsStream("org/teavm/backend/c/memory.c"))) {
      Files.write(generated.resolve("memory.c"), memory.readAllBytes());
    }
    Path callSites = Files.writeString(generated.resolve("callsites.c"), tables);
    CSources.prepare(generated);
    CSources.prepare(generated);
    return callSites;
  }

  /**
   * As TeaVM writes them: most lines are not far from the one before, and inlined into the same.
   */
  private static String tables(Random random) {
    List<String> lines = new ArrayList<>();
    int method = 0;
    int number = 1;
    for (int i = 0; i < LINES; i++) {
      if (random.nextInt(4) == 0) {
        method = random.nextInt(METHODS);
        number = random.nextInt(20) == 0 ? -1 : random.nextInt(70_000);
      }
      number = Math.max(-1, number + random.nextInt(300) - 100);
      String outer =
          i == 0 || random.nextInt(3) == 0
              ? ""
              : ", .next = callSiteLocations_teavm_callSites + " + random.nextInt(i);
      lines.add(
          "    { .method = methodLocations_teavm_callSites + %d, .lineNumber = %d%s }"
              .formatted(method, number, outer));
    }
    List<String> sites = new ArrayList<>();
    for (int i = 0; i < SITES; i++) {
      String handler =
          random.nextInt(30) > 0
              ? "NULL"
              : "exceptionHandlers_teavm_callSites + " + random.nextInt(HANDLERS);
      String location =
          random.nextInt(50) == 0
              ? "NULL"
              : "callSiteLocations_teavm_callSites + " + random.nextInt(LINES);
      sites.add("    { .firstHandler = %s, .location = %s }".formatted(handler, location));
    }
    return "static TeaVM_CallSiteLocation callSiteLocations_teavm_callSites[%d] = {\n%s\n};\nTeaVM_CallSite teavm_callSites[%d] = {\n%s\n};\n"
        .formatted(LINES, String.join(",\n", lines), SITES, String.join(", \n", sites));
  }
}
