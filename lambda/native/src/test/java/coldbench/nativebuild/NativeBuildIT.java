package coldbench.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From bytecode to an executable, with the real TeaVM and the real zig. */
class NativeBuildIT {
  @TempDir private Path folder;

  @Test
  void whatIsBuiltTwiceIsTheSameByteForByteAndTheSecondTimeWithoutANetwork() throws Exception {
    Builder one = Builder.in(folder.resolve("one")).with("XDG_CACHE_HOME", cache("one"));
    Builder two =
        Builder.in(folder.resolve("quite/another/place"))
            .with("XDG_CACHE_HOME", cache("two"))
            .with("TZ", "Pacific/Auckland")
            .with("LC_ALL", "tr_TR.UTF-8")
            .with("USER", "another")
            .with("PIP_INDEX_URL", "http://127.0.0.1:1/")
            .with("https_proxy", "http://127.0.0.1:1/");
    assertThat(one.build("arm64", "").exitCode()).isZero();
    assertThat(two.build("arm64", "").exitCode()).isZero();
    Path executable = Path.of("arm64", "bootstrap");
    assertThat(one.target().resolve(executable))
        .isExecutable()
        .hasSameBinaryContentAs(two.target().resolve(executable));
    assertThat(one.target().resolve("arm64").toFile().list()).containsOnly("bootstrap");
    assertThat(one.target().resolve("zig-cache")).doesNotExist();
  }

  @Test
  void whatThisUserHasBuiltIsNotCompiledAgainInAnotherPlace() throws Exception {
    String cache = cache("shared");
    Builder one = Builder.in(folder.resolve("one")).with("XDG_CACHE_HOME", cache);
    Builder two = Builder.in(folder.resolve("two")).with("XDG_CACHE_HOME", cache);
    String built = "native: x86_64 as it was built before";
    assertThat(one.build("x86_64", "").output()).contains("C to x86_64").doesNotContain(built);
    assertThat(two.build("x86_64", "").output()).doesNotContain("C to").contains(built);
    Path executable = Path.of("x86_64", "bootstrap");
    assertThat(two.target().resolve(executable))
        .isExecutable()
        .hasSameBinaryContentAs(one.target().resolve(executable));
    assertThat(two.target().resolve("x86_64.seconds"))
        .hasSameTextualContentAs(one.target().resolve("x86_64.seconds"));
    assertThat(two.build("x86_64", "").output()).isEmpty();

    Path more = Files.createDirectories(folder.resolve("more"));
    Files.writeString(more.resolve("resource"), "new");
    assertThat(Builder.finish(two.start("x86_64", "", List.of(more))).output())
        .contains("C to x86_64")
        .doesNotContain(built);
  }

  /** A cache with this user's zig and its C library, and nothing else that was built with it. */
  private String cache(String name) throws IOException {
    Path users =
        Path.of(
            System.getenv()
                .getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache"),
            "coldbench");
    Path cache = Files.createDirectories(folder.resolve("caches").resolve(name + "/coldbench"));
    try (Stream<Path> entries = Files.list(users)) {
      for (Path zig : entries.filter(e -> e.getFileName().toString().startsWith("zig-")).toList()) {
        Files.createSymbolicLink(cache.resolve(zig.getFileName()), zig);
      }
    }
    return cache.getParent().toString();
  }

  @Test
  void onlyWhatHasChangedIsDoneAgain() throws Exception {
    Path calls = folder.resolve("calls");
    Path cc =
        Builder.script(
            folder.resolve("bin"),
            "cc",
            "[ $1 = --version ] && exit; echo call >> "
                + calls
                + "; while [ $1 != -o ]; do shift; done; echo made > $2");
    Builder builder = Builder.in(folder);
    String compiler = cc.toString();
    assertThat(builder.build("x86_64", compiler).output())
        .contains("native: Java to C")
        .contains("native: C to x86_64");
    assertThat(builder.build("x86_64", compiler).output()).isEmpty();
    assertThat(Files.readAllLines(calls)).hasSize(1);

    assertThat(builder.build("x86_64", compiler + " -g").output())
        .doesNotContain("Java to C")
        .contains("C to x86_64");

    Files.writeString(builder.target().resolve("x86_64/bootstrap"), "spoilt");
    assertThat(builder.build("x86_64", compiler + " -g").output()).contains("C to x86_64");

    Path more = Files.createDirectories(folder.resolve("more"));
    Files.writeString(more.resolve("resource"), "new");
    Process process = builder.start("x86_64", compiler + " -g", List.of(more));
    assertThat(Builder.finish(process).output()).contains("Java to C").contains("C to x86_64");
    assertThat(Files.readAllLines(calls)).hasSize(4);
  }
}
