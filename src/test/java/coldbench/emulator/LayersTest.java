package coldbench.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coldbench.emulator.interpreter.PythonEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers in {@code /opt} and the size of {@code /tmp}, as a function of Python sees them. */
class LayersTest {
  @TempDir Path folder;
  LocalLambda lambda;

  @BeforeEach
  void start() throws Exception {
    PythonEnvironment python = PythonEnvironment.prepare(System.getenv(), line -> {});
    lambda = new LocalLambda(Functions.SETTINGS.withPython(python));
    assumeTrue(lambda.isolationLimit().isEmpty(), () -> lambda.isolationLimit().toString());
  }

  @AfterEach
  void stop() {
    lambda.close();
  }

  private Path layer(String name, String file, String text) throws Exception {
    Path target = folder.resolve(name).resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, text);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    return folder.resolve(name);
  }

  private FunctionSpec function(String source) throws Exception {
    Path code = Files.createDirectories(folder.resolve("code"));
    Files.writeString(code.resolve("app.py"), source);
    return Functions.python(code, "app.handler");
  }

  private String invoke(FunctionSpec spec) throws Exception {
    lambda.createFunction(spec);
    return new String(lambda.invoke(spec.name(), "{}".getBytes(UTF_8)).payload(), UTF_8);
  }

  @Test
  void layersLieOverEachOtherInOptWhereTheRuntimeLooks() throws Exception {
    Path first = layer("first", "python/tool.py", "NAME = 'first'\nOTHER = 'first'\n");
    layer("first", "python/lib/python3.13/site-packages/site.txt", "");
    layer("first", "bin/greet", "#!/bin/sh\necho hello from a layer\n");
    Path second = folder.resolve("second.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(second))) {
      zip.putNextEntry(new ZipEntry("python/tool.py"));
      zip.write("NAME = 'second'\n".getBytes(UTF_8));
    }

    String answer =
        invoke(
            function(
                    """
                    import subprocess, sys, tool
                    def handler(event, context):
                        said = subprocess.run(['greet'], capture_output=True, text=True).stdout
                        paths = [path for path in sys.path if path.startswith('/opt')]
                        return [tool.NAME, hasattr(tool, 'OTHER'), tool.__file__, said, paths]
                    """)
                .withLayers(List.of(first, second)));

    assertThat(answer)
        .isEqualTo(
            "[\"second\", false, \"/opt/python/tool.py\", \"hello from a layer\\n\","
                + " [\"/opt/python/lib/python3.13/site-packages\", \"/opt/python\"]]");
  }

  @Test
  void aLayerCannotBeWrittenAndTheMachinesOwnOptStaysAsItIs() throws Exception {
    String answer =
        invoke(
            function(
                    """
                    def handler(event, context):
                        try:
                            open('/opt/python/new', 'w')
                        except OSError as e:
                            return e.strerror
                    """)
                .withLayers(List.of(layer("layer", "python/tool.py", ""))));

    assertThat(answer).isEqualTo("\"Read-only file system\"");
    assertThat(Path.of("/opt/python/tool.py")).doesNotExist();
  }

  @Test
  void aWrapperScriptOfALayerStartsTheRuntime() throws Exception {
    Path layer = layer("layer", "wrapper", "#!/bin/sh\nexport WRAPPED=yes\nexec \"$@\"\n");
    FunctionSpec plain =
        function("import os\ndef handler(event, context):\n    return os.environ.get('WRAPPED')\n");
    FunctionSpec wrapped =
        new FunctionSpec(
            plain.name(),
            plain.code(),
            plain.runtime(),
            plain.handler(),
            plain.architecture(),
            plain.memoryMb(),
            plain.timeout(),
            Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/opt/wrapper"),
            plain.region(),
            plain.arn());

    assertThat(invoke(wrapped.withLayers(List.of(layer)))).isEqualTo("\"yes\"");
  }

  @Test
  void aLayerWithAnExtensionIsRefused() throws Exception {
    FunctionSpec spec =
        function("").withLayers(List.of(layer("layer", "extensions/agent", "#!/bin/sh\n")));

    assertThatThrownBy(() -> lambda.createFunction(spec))
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("its layers have extensions, which do not run here");
  }

  @Test
  void tmpHoldsAsMuchAsTheFunctionAskedForAndNoMore() throws Exception {
    assumeTrue(lambda.storageLimit().isEmpty(), () -> lambda.storageLimit().toString());

    String answer =
        invoke(
            function(
                    """
                    import os
                    def handler(event, context):
                        written = 0
                        block = bytes(1 << 20)
                        try:
                            with open('/tmp/file', 'wb') as file:
                                while written < 2000:
                                    file.write(block)
                                    file.flush()
                                    written += 1
                        except OSError as e:
                            return [written, e.strerror, os.listdir('/tmp')]
                    """)
                .withStorageMb(600));

    assertThat(answer).matches("\\[5[89]\\d, \"No space left on device\", \\[\"file\"\\]\\]");
  }
}
