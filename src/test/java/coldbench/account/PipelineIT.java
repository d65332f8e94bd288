package coldbench.account;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A pull request that makes the Python function slower, in a clone of this project. */
@Tag("long")
@Timeout(1200)
class PipelineIT {
  @TempDir private static Path folder;
  private static EmulatedAccount account;
  private static Set<String> before;
  private static Path clone;

  @BeforeAll
  static void aClone() throws Exception {
    account = EmulatedAccount.bootstrapped(folder, "pr-7", Map.of());
    before = account.inventory();
    clone = folder.resolve("clone");
    copy();
    git("init", "--quiet");
    commit("base");
    Path function = clone.resolve("python-fn/function/app.py");
    Files.writeString(
        function,
        Files.readString(function)
            .replace(
                "def handler(event, context):",
                "def handler(event, context):\n    sum(range(3_000_000))"));
    commit("a slower function");
  }

  @AfterAll
  static void end() {
    account.close();
  }

  @Test
  void aPullRequestIsComparedWithItsBaseAndNothingIsLeft() throws Exception {
    Path errors = folder.resolve("errors");
    Process script =
        in(
            clone,
            errors,
            "pipeline/benchmark",
            "pr-7",
            "--base",
            "HEAD^1",
            "-c",
            "architecture=" + EmulatedAccount.architecture(),
            "--rounds",
            "8");
    String tagged = tagWhenDestroying(script);
    String comment = new String(script.getInputStream().readAllBytes(), UTF_8);
    System.out.println(comment);

    assertThat(script.waitFor()).as(Files.readString(errors)).isZero();
    assertThat(tagged).isNotEmpty();
    assertThat(comment)
        .startsWith("## ")
        .containsPattern("python adds [0-9.]+ ms to python-base's warm call")
        .containsPattern("java.base's (cold start|warm call)")
        .doesNotContain("nothing to compare with");
    assertThat(account.inventory()).isEqualTo(before);
    assertThat(clone.resolve(".git/worktrees")).doesNotExist();
  }

  /** The emulator forgets the bucket's tags: see {@link EmulatedAccount#tagTheBucket}. */
  private static String tagWhenDestroying(Process script) throws InterruptedException {
    String tagged = "";
    while (script.isAlive() && tagged.isEmpty()) {
      Thread.sleep(500);
      if (account.hasRun("run-")) {
        account.tagTheBucket();
        tagged = "yes";
      }
    }
    return tagged;
  }

  /** What is in the index or new, as it is now, and the packages that were built of it. */
  private static void copy() throws IOException, InterruptedException {
    Process list =
        new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard").start();
    for (String name : list.inputReader(UTF_8).lines().toList()) {
      Path from = Path.of(name);
      if (Files.exists(from)) {
        Path to = clone.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    assertThat(list.waitFor()).isZero();
    Path packages = Path.of("cdk.out");
    if (Files.exists(packages)) {
      try (Stream<Path> files = Files.walk(packages)) {
        for (Path from : (Iterable<Path>) files::iterator) {
          Files.copy(from, clone.resolve(from.toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  private static void commit(String message) throws Exception {
    git("add", "--all");
    git("-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "-qm", message);
  }

  private static void git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    assertThat(in(clone, folder.resolve("git"), command.toArray(String[]::new)).waitFor()).isZero();
  }

  private static Process in(Path directory, Path errors, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("GIT_"));
    environment.putAll(account.emulator().environment());
    environment.put("AWS_ENDPOINT_URL_SFN", account.stepFunctions().toString());
    builder.redirectError(ProcessBuilder.Redirect.appendTo(new File(errors.toString())));
    return builder.start();
  }
}
