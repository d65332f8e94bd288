package coldbench.nativebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Getting zig, and doing without it: with real processes, and a python3 of the test's own. */
class CompilerIT {
  @TempDir private Path folder;

  @Test
  void withoutPython3ItSaysWhatToInstall() throws Exception {
    Builder.Result result =
        Builder.in(folder)
            .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .withPath(folder.resolve("empty"))
            .build("x86_64", "");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("python3 cannot be started")
        .contains("apt install python3-venv")
        .contains("-Dnative.cc={arch}-linux-musl-gcc");
  }

  @Test
  void withoutVenvItSaysWhatToInstall() throws Exception {
    Builder.script(folder.resolve("bin"), "python3", "echo ensurepip is not available; exit 1");
    Builder.Result result =
        Builder.in(folder)
            .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .withPath(folder.resolve("bin"))
            .build("x86_64", "");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("python3 -m venv failed")
        .contains("apt install python3-venv")
        .contains("ensurepip is not available");
  }

  @Test
  void withoutANetworkItSaysWhatPipSaid() throws Exception {
    Builder.Result result =
        Builder.in(folder)
            .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .with("PIP_INDEX_URL", "http://127.0.0.1:1/")
            .with("PIP_RETRIES", "0")
            .build("x86_64", "");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("could not be fetched from PyPI")
        .contains("No matching distribution found for ziglang==")
        .contains("-Dnative.cc=");
    assertThat(folder.resolve("cache/coldbench")).isDirectoryNotContaining("glob:**zig-*/**");
  }

  @Test
  void aPackageWithAnotherHashIsRefused() throws Exception {
    Path packages = Files.createDirectories(folder.resolve("packages"));
    Path wheel = packages.resolve("ziglang-0.17.0-py3-none-any.whl");
    new ProcessBuilder(
            "python3",
            "-c",
            "import zipfile, sys; z = zipfile.ZipFile(sys.argv[1], 'w');"
                + "z.writestr('ziglang/zig', 'x'); z.writestr('ziglang-0.17.0.dist-info/METADATA',"
                + " 'Name: ziglang\\nVersion: 0.17.0\\n'); z.close()",
            wheel.toString())
        .start()
        .waitFor();
    Builder.Result result =
        Builder.in(folder)
            .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .with("PIP_NO_INDEX", "1")
            .with("PIP_FIND_LINKS", packages.toString())
            .build("x86_64", "");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("DO NOT MATCH THE HASHES");
  }

  /** A python3 whose pip "installs" a zig that writes down how it was called. */
  @Test
  void twoBuildsAtOnceFetchZigOnce() throws Exception {
    Path calls = folder.resolve("calls");
    String zig = "echo zig $* >> " + calls + "; while [ $1 != -o ]; do shift; done; echo > $2";
    String pip =
        "echo fetch >> "
            + calls
            + "; sleep 1; while [ $1 != --target ]; do shift; done; "
            + "mkdir -p $2/ziglang; printf '#!/bin/sh\\n"
            + zig
            + "\\n' > $2/ziglang/zig; "
            + "chmod +x $2/ziglang/zig";
    Builder.script(
        folder.resolve("bin"),
        "python3",
        "mkdir -p $3/bin; cat > $3/bin/python <<'END'\n#!/bin/sh\n"
            + pip
            + "\nEND\n"
            + "chmod +x $3/bin/python");
    String path = folder.resolve("bin") + ":" + System.getenv("PATH");
    Builder one =
        Builder.in(folder.resolve("one"))
            .ofC()
            .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .with("PATH", path);
    Builder two =
        Builder.in(folder.resolve("two"))
            .ofC()
            .with("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .with("PATH", path);
    Process first = one.start("x86_64", "", List.of());
    Process second = two.start("arm64", "", List.of());
    assertThat(Builder.finish(first).exitCode()).isZero();
    assertThat(Builder.finish(second).exitCode()).isZero();
    List<String> lines = Files.readAllLines(calls);
    assertThat(lines).filteredOn("fetch"::equals).hasSize(1);
    assertThat(lines).anyMatch(line -> line.startsWith("zig cc -target x86_64-linux-musl"));
    assertThat(lines).anyMatch(line -> line.startsWith("zig cc -target aarch64-linux-musl"));
    assertThat(one.target().resolve("x86_64")).isDirectoryContaining("glob:**/bootstrap");
    assertThat(folder.resolve("cache/coldbench")).isDirectoryNotContaining("glob:**/fetching-*");
  }

  @Test
  void aCompilerThatDoesNotExistIsNamed() throws Exception {
    Builder.Result result = Builder.in(folder).build("arm64", "no-such-{arch}-cc --flag");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("native.cc is \"no-such-{arch}-cc --flag\"")
        .contains("no-such-aarch64-cc cannot be started");
  }

  @Test
  void whatACompilerComplainsOfIsShown() throws Exception {
    Path cc =
        Builder.script(
            folder.resolve("bin"), "cc", "[ $1 = --version ] || { echo 'boom'; exit 3; }");
    Builder.Result result = Builder.in(folder).ofC().build("x86_64", cc.toString());
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("the C compiler failed with exit code 3").contains("boom");
    assertThat(folder.resolve("target/x86_64")).doesNotExist();
  }

  @Test
  void anUnknownArchitectureIsNamed() throws Exception {
    Builder.Result result = Builder.in(folder).build("riscv", "");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("native.arch is \"riscv\", expected arm64, x86_64 or all");
  }
}
