package coldbench.deploy.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coldbench.archive.Zip;
import coldbench.deploy.Settings;
import coldbench.deploy.SettingsException;
import coldbench.lambda.Architecture;
import java.io.RandomAccessFile;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting that adds a user's own functions. */
class OwnFunctionsTest {
  @TempDir private Path folder;

  /** Of the process. */
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void packages() throws Exception {
    Files.createDirectory(folder.resolve("empty"));
    Path code = Files.createDirectory(folder.resolve("code"));
    Files.writeString(code.resolve("index.mjs"), "export const handler = async () => ({});");
    Path program = Files.createDirectory(folder.resolve("program"));
    assertThat(
            Files.writeString(program.resolve("bootstrap"), "#!/bin/sh\n")
                .toFile()
                .setExecutable(true))
        .isTrue();
    zip("bootstrap");
    zip("other");
  }

  private void zip(String entry) throws Exception {
    zip(folder.resolve(entry + ".zip"), entry, new byte[0], "rwxr-xr-x");
  }

  /** An archive with one file, as zip writes it on Linux. */
  private static void zip(Path archive, String entry, byte[] content, String mode)
      throws Exception {
    Files.deleteIfExists(archive);
    Map<String, ?> made = Map.of("create", true, "enablePosixFileAttributes", true);
    try (FileSystem zip = FileSystems.newFileSystem(archive, made)) {
      Path file = Files.write(zip.getPath(entry), content);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }
  }

  private Settings read(String json) throws Exception {
    Path file = Files.writeString(folder.resolve("own.json"), json.replace('\'', '"'));
    return Settings.from(
        Map.of("functions", file.toString(), "architecture", "x86_64"), folder, environment);
  }

  /** An entry without mistakes but for one field, which is replaced or added. */
  private static String entry(String field, String value) {
    String good =
        "'label': 'go', 'code': 'code', 'runtime': 'nodejs22.x', 'handler': 'index.handler'";
    String replaced = good.replaceFirst("'" + field + "': '[^']*'", "'" + field + "': " + value);
    return "[{" + (replaced.equals(good) ? good + ", '" + field + "': " + value : replaced) + "}]";
  }

  @Test
  void aFileListsFunctionsWithPathsFromItsOwnFolder() throws Exception {
    String list =
        "[{'label': 'node', 'code': 'code', 'runtime': 'nodejs22.x', 'handler': 'index.handler',"
            + " 'architecture': 'arm64', 'event': {'n': [null, 1]}, 'expect': {'statusCode': 200}},"
            + " {'label': 'zipped', 'code': 'bootstrap.zip', 'runtime': 'provided.al2023',"
            + " 'handler': 'bootstrap'}]";

    assertThat(read(list).functions())
        .containsExactly(
            new OwnFunction(
                "node",
                Optional.empty(),
                new OwnFunction.Source.Given(folder.resolve("code")),
                "nodejs22.x",
                "index.handler",
                Architecture.ARM64,
                Optional.of("{\"n\":[null,1]}"),
                Optional.empty(),
                Optional.of("{\"statusCode\":200}"),
                false,
                FunctionSettings.DEFAULTS),
            new OwnFunction(
                "zipped",
                Optional.empty(),
                new OwnFunction.Source.Given(folder.resolve("bootstrap.zip")),
                "provided.al2023",
                "bootstrap",
                Architecture.X86_64,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                FunctionSettings.DEFAULTS));
  }

  @Test
  void anEventMayStandInAFileAndAPackageInAFolderOfItsArchitecture() throws Exception {
    Files.writeString(folder.resolve("event.json"), "{\"n\" : 1}");
    Files.move(folder.resolve("program"), folder.resolve("x86_64"));
    String entry =
        "[{'label': 'own', 'code': '{architecture}', 'runtime': 'provided.al2023', 'handler':"
            + " 'bootstrap', 'eventFile': 'event.json', 'expect': {}}]";

    assertThat(read(entry).functions())
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.event()).contains("{\"n\":1}");
              assertThat(function.source())
                  .isEqualTo(new OwnFunction.Source.Given(folder.resolve("x86_64")));
            });
  }

  @Test
  void aScenarioIsOneKindOfWorkForAllThatNameIt() throws Exception {
    String named = entry("scenario", "'calling a service'");
    assertThat(read(named).functions())
        .extracting(OwnFunction::scenario)
        .containsExactly(Optional.of("calling a service"));
    String like =
        "%s, {'label': 'two', 'like': 'go', 'event': %s, 'expect': {}}]"
            .formatted(named.substring(0, named.length() - 1), "{'other': 1}");
    assertThatThrownBy(() -> read(like))
        .hasMessageContaining(
            "functions has the scenario \"calling a service\" with two events, of go and of two,"
                + " expected one: give them the same event, or scenarios of their own");
    assertThat(read(like.replace("'event'", "'scenario': 'another', 'event'")).functions())
        .hasSize(2);
  }

  @Test
  void cdkJsonMayHoldTheListItself() {
    Map<String, Object> entry =
        Map.of(
            "label", "go", "code", "program", "runtime", "provided.al2023", "handler", "bootstrap");

    assertThat(
            Settings.from(Map.of("functions", List.of(entry, "java-jvm")), folder, Map.of())
                .functions())
        .extracting(OwnFunction::label)
        .containsExactly("go", "java-jvm");
  }

  @Test
  void javaJvmNeedsNoEntryButItsName() {
    assertThat(Settings.from(Map.of("functions", "java-jvm"), folder, Map.of()).functions())
        .singleElement()
        .satisfies(
            function -> {
              assertThat(function.runtime()).isEqualTo("java25");
              assertThat(function.event()).isEmpty();
              assertThat(function.expect()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "label        | 'Go'              | .label is \"Go\", expected 1 to 20 of a-z",
        "label        | 'go-'             | .label is \"go-\", expected 1 to 20 of a-z",
        "label        | 'a23456789012345678901' | .label is \"a23456789012345678901\", expected 1 to 20",
        "label        | 'java'            | .label is \"java\", expected 1 to 20 of a-z, 0-9 and - , starting with a letter, and not java, python",
        "label        | 7                 | .label is 7, expected",
        "label        | null              | .label is null, expected 1 to 20",
        "label        | ''                | .label is \"\", expected 1 to 20",
        "label        | 'bare'            | .label is \"bare\", expected 1 to 20",
        "label        | 'gö'              | .label is \"gö\", expected 1 to 20",
        "code         | 7                 | .code is 7, expected the path of a folder",
        "code         | null              | .code is null, expected the path of a folder",
        "code         | ''                | .code is \"\", expected the path of a folder",
        "code         | ['code']          | .code is [\"code\"], expected the path of a folder",
        "code         | 'nothing'         | which does not exist, expected a folder or a .zip or .jar file: build",
        "code         | 'empty'           | which is empty: build",
        "code         | 'own.json'        | which is neither a folder nor a .zip or",
        "runtime      | 'jav25'           | .runtime is \"jav25\", expected an identifier of Lambda such as java25",
        "runtime      | 'provided.al2023' | which has no file bootstrap at its top",
        "runtime      | ''                | .runtime is \"\", expected an identifier",
        "runtime      | 22                | .runtime is 22, expected an identifier",
        "runtime      | null              | .runtime is null, expected an identifier",
        "runtime      | 'nodejs22'        | .runtime is \"nodejs22\", expected an identifier",
        "handler      | 'a b'             | .handler is \"a b\", expected 1 to 128 characters",
        "handler      | null              | .handler is null, expected 1 to 128 characters",
        "handler      | 7                 | .handler is 7, expected 1 to 128 characters",
        "architecture | null              | .architecture is null, expected arm64 or x86_64",
        "architecture | 64                | .architecture is 64, expected arm64 or x86_64",
        "architecture | 'both'            | .architecture is \"both\", expected arm64 or x86_64",
        "eventFile    | 7                 | .eventFile is 7, expected the path of a file with JSON",
        "eventFile    | null              | .eventFile is null, expected the path of a file with JSON",
        "eventFile    | 'code'            | .eventFile is \"code\", expected the path of a file with JSON",
        "snapStart    | null              | .snapStart is null, expected true or false",
        "snapStart    | 1                 | .snapStart is 1, expected true or false",
        "handler      | ''                | .handler is \"\", expected 1 to 128 characters",
        "architecture | 'arm'             | .architecture is \"arm\", expected arm64 or x86_64",
        "event        | {}                | .expect is missing, expected what the answer",
        "event        | null              | .event is null, expected any JSON but null",
        "eventFile    | 'own.json'        | .expect is missing, expected what the answer",
        "eventFile    | 'gone.json'       | .eventFile is \"gone.json\", expected the path of a file with JSON",
        "eventFile    | 'code/index.mjs', 'expect': {} | index.mjs\", which is not valid JSON: Unrecognized token",
        "eventFile    | 'own.json', 'event': {}, 'expect': {} | has both an event and an eventFile, expected at most one",
        "expect       | null              | .expect is null, expected any JSON but null",
        "snapStart    | true              | .snapStart is true, expected only with java11, python3.12, dotnet8 and newer ones of these, not with nodejs22.x: leave it out",
        "snapStart    | 'yes'             | .snapStart is \"yes\", expected true or false",
        "scenario     | ''                | .scenario is \"\", expected 1 to 40 letters, digits, spaces",
        "scenario     | 7                 | .scenario is 7, expected 1 to 40 letters",
        "scenario     | null              | .scenario is null, expected 1 to 40 letters",
        "scenario     | '{% $x %}'        | .scenario is \"{% $x %}\", expected 1 to 40 letters",
        "scenario     | ' a'              | .scenario is \" a\", expected 1 to 40 letters",
        "scenario     | 'a23456789 123456789 123456789 123456789 1' | expected 1 to 40 letters",
        "memory       | 128               | .memory is not a field, expected one of label, like, code, runtime",
      })
  void aBadValueIsRefusedWithItsPlaceAndWhatIsAllowed(String field, String value, String message) {
    assertThatThrownBy(() -> read(entry(field, value)))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("functions[0] in " + folder.resolve("own.json"))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "java8.al2, false",
    "java11, true",
    "java25, true",
    "python3.9, false",
    "python3.12, true",
    "dotnet6, false",
    "dotnet8, true",
    "ruby3.4, false",
    "provided.al2023, false",
  })
  void onlySomeRuntimesHaveSnapshots(String runtime, boolean allowed) throws Exception {
    String entry =
        entry("snapStart", "true").replace("nodejs22.x", runtime).replace("'code',", "'program',");

    if (allowed) {
      assertThat(read(entry).functions()).singleElement().matches(OwnFunction::snapStart);
    } else {
      assertThatThrownBy(() -> read(entry)).hasMessageContaining("newer ones of these, not with");
    }
  }

  /** The head of an ELF program for a processor. */
  private static byte[] program(int machine) {
    byte[] head = new byte[64];
    head[0] = 0x7f;
    head[1] = 'E';
    head[2] = 'L';
    head[3] = 'F';
    head[18] = (byte) machine;
    return head;
  }

  /** An entry for x86_64 whose bootstrap is this one, in a folder and in a zip file. */
  private List<String> entriesWith(byte[] bootstrap) throws Exception {
    Files.write(folder.resolve("program/bootstrap"), bootstrap);
    zip(folder.resolve("program.zip"), "bootstrap", bootstrap, "rwxr-xr-x");
    return List.of(
        entry("code", "'program'").replace("nodejs22.x", "provided.al2023"),
        entry("code", "'program.zip'").replace("nodejs22.x", "provided.al2023"));
  }

  @Test
  void aBootstrapForAnotherProcessorIsRefusedInAFolderAndInAZip() throws Exception {
    for (String entry : entriesWith(program(183))) {
      assertThatThrownBy(() -> read(entry))
          .hasMessageContaining(
              "whose bootstrap is built for arm64, expected x86_64: build it for that, or give the"
                  + " entry \"architecture\": \"arm64\"");
      assertThat(read(entry.replace("}]", ", 'architecture': 'arm64'}]")).functions()).hasSize(1);
    }
    for (String entry : entriesWith(program(3))) {
      assertThatThrownBy(() -> read(entry))
          .hasMessageContaining(
              "for a processor that Lambda does not have (ELF machine 3), expected x86_64");
    }
  }

  @Test
  void aBootstrapForTheRightProcessorOrOfNoProcessorIsTaken() throws Exception {
    List<String> right = new ArrayList<>(entriesWith(program(62)));
    for (String entry : right) {
      assertThat(read(entry).functions()).hasSize(1);
    }
    for (String script : List.of("#!/bin/sh\n", "", "\u007fELF")) {
      for (String entry : entriesWith(script.getBytes(UTF_8))) {
        assertThat(read(entry).functions()).hasSize(1);
      }
    }
  }

  private String provided(String code) {
    return entry("code", "'" + code + "'").replace("nodejs22.x", "provided.al2023");
  }

  /** As Lambda judges it: another user starts and reads the files than the one who packed them. */
  @ParameterizedTest
  @CsvSource({"rw-r--r--", "rwxr-x---", "rwx------"})
  void aZipWhoseBootstrapLambdaCouldNotStartIsRefused(String mode) throws Exception {
    zip(folder.resolve("noexec.zip"), "bootstrap", "#!/bin/sh\n".getBytes(UTF_8), mode);

    assertThatThrownBy(() -> read(provided("noexec.zip"))).hasMessageContaining("mode " + mode);
  }

  @Test
  void aZipWithoutModesIsRefusedWhereItsBootstrapIsToBeStarted() throws Exception {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("dos.zip")))) {
      zip.putNextEntry(new ZipEntry("bootstrap"));
      zip.write("#!/bin/sh\n".getBytes(UTF_8));
    }

    assertThatThrownBy(() -> read(provided("dos.zip")))
        .hasMessageContaining("whose bootstrap cannot be started on Lambda (no mode")
        .hasMessageContaining("expected the mode rwxr-xr-x: chmod 755");
    assertThat(read(entry("code", "'dos.zip'")).functions()).hasSize(1);
  }

  @Test
  void aZipWithAFileThatLambdaCouldNotReadIsRefused() throws Exception {
    zip(folder.resolve("private.zip"), "index.mjs", new byte[1], "rw-r-----");

    assertThatThrownBy(() -> read(entry("code", "'private.zip'")))
        .hasMessageContaining("whose file index.mjs cannot be read on Lambda (mode rw-r-----)");
  }

  @Test
  void aZipWithAFolderThatLambdaCouldNotLookIntoIsRefused() throws Exception {
    try (Zip zip = Zip.to(folder.resolve("closed.zip"))) {
      zip.add("lib/", 040700, "").add("lib/a.mjs", Zip.FILE, "");
    }

    assertThatThrownBy(() -> read(entry("code", "'closed.zip'")))
        .hasMessageContaining(
            "whose folder lib cannot be read on Lambda (mode rwx------), expected rwxr-xr-x: chmod 755");
  }

  @Test
  void aZipThatLambdaCouldNotUnpackIsRefused() throws Exception {
    try (Zip zip = Zip.to(folder.resolve("out.zip"))) {
      zip.add("/index.mjs", Zip.FILE, "");
    }

    assertThatThrownBy(() -> read(entry("code", "'out.zip'")))
        .hasMessageContaining("code is \"")
        .hasMessageContaining("out.zip\", whose entry /index.mjs leads out of the package");
  }

  @Test
  void anArchiveThatIsDamagedIsRefusedBeforeAnythingStarts() throws Exception {
    try (Zip zip = Zip.to(folder.resolve("torn.zip"))) {
      zip.add("index.mjs", Zip.FILE, "").addPackedBy(ZipEntry.STORED, "lib/a.mjs", new byte[9]);
    }

    assertThatThrownBy(() -> read(entry("code", "'torn.zip'")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("torn.zip\", whose entry lib/a.mjs is damaged (");
  }

  @Test
  void aBootstrapMayBeALinkInsideAZip() throws Exception {
    try (Zip zip = Zip.to(folder.resolve("links.zip"))) {
      zip.add("bootstrap", Zip.LINK, "./bin/../bin/run").add("bin/run", Zip.PROGRAM, "#!/bin/sh\n");
    }
    try (Zip zip = Zip.to(folder.resolve("lost.zip"))) {
      zip.add("bootstrap", Zip.LINK, "nowhere").add("bin/run", Zip.PROGRAM, "#!/bin/sh\n");
    }
    try (Zip zip = Zip.to(folder.resolve("loop.zip"))) {
      zip.add("bootstrap", Zip.LINK, "other").add("other", Zip.LINK, "bootstrap");
    }

    assertThat(read(provided("links.zip")).functions()).hasSize(1);
    for (String broken : List.of("lost.zip", "loop.zip")) {
      assertThatThrownBy(() -> read(provided(broken)))
          .hasMessageContaining("which has no file bootstrap at its top");
    }
  }

  @Test
  void layersCountAsPartsOfAPackage() throws Exception {
    Path layer = Files.createDirectories(folder.resolve("layer/lib"));
    try (RandomAccessFile large = new RandomAccessFile(layer.resolve("large").toFile(), "rw")) {
      large.setLength(250L * 1024 * 1024 - 1000);
    }

    assertThat(read(entry("layers", "['layer']")).functions()).hasSize(1);
    Files.write(folder.resolve("code/small"), new byte[1000]);
    assertThatThrownBy(() -> read(entry("layers", "['layer']")))
        .hasMessageContaining(".code is \"")
        .hasMessageContaining("layers included");
  }

  @Test
  void aLayersZipIsJudgedAsAPackageIs() throws Exception {
    try (Zip zip = Zip.to(folder.resolve("layer.zip"))) {
      zip.add("lib/a.so", 0100600, "");
    }

    assertThatThrownBy(() -> read(entry("layers", "['layer.zip']")))
        .hasMessageContaining(
            ".layers[0] is \"layer.zip\", whose file lib/a.so cannot be read on Lambda");
  }

  @Test
  void aScriptWithWindowsLineEndsIsRefusedInAFolderAndInAZip() throws Exception {
    for (String entry : entriesWith("#!/bin/sh\r\nexit\r\n".getBytes(UTF_8))) {
      assertThatThrownBy(() -> read(entry)).hasMessageContaining("Windows' line ends (CRLF)");
    }
  }

  @Test
  void aLinkThatLeadsNowhereIsNamed() throws Exception {
    Files.createSymbolicLink(folder.resolve("code/lost"), Path.of("nowhere"));

    assertThatThrownBy(() -> read(entry("architecture", "'x86_64'")))
        .hasMessageContaining("whose link lost points nowhere");
  }

  @Test
  void aPackageThatLambdaWouldFindTooLargeIsRefused() throws Exception {
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("code/large").toFile(), "rw")) {
      large.setLength(250L * 1024 * 1024);
    }

    assertThatThrownBy(() -> read(entry("architecture", "'x86_64'")))
        .hasMessageContaining("bytes unzipped, expected at most 262,144,000");
  }

  @Test
  void aJarIsTakenAsItIs() throws Exception {
    zip(folder.resolve("fat.jar"), "Handler.class", new byte[4], "rw-r--r--");

    assertThat(read(entry("code", "'fat.jar'").replace("nodejs22.x", "java21")).functions())
        .hasSize(1);
  }

  /** An object in an object, so many of them. */
  private static String nested(int depth) {
    return "{'a': ".repeat(depth) + "1" + "}".repeat(depth);
  }

  @Test
  void anExpectationThatStepFunctionsCouldNotJudgeIsRefused() throws Exception {
    int most = OwnFunctionEntry.EXPECT_DEPTH;

    assertThat(read(entry("expect", nested(most))).functions()).hasSize(1);
    assertThatThrownBy(() -> read(entry("expect", nested(most + 1))))
        .hasMessageContaining(".expect is 13 objects deep, expected at most 12");
  }

  @Test
  void aZipWithoutItsBootstrapIsRefused() {
    String entry = entry("code", "'other.zip'").replace("nodejs22.x", "provided.al2023");

    assertThatThrownBy(() -> read(entry))
        .hasMessageContaining("which has no file bootstrap at its top");
  }

  @Test
  void allMistakesAreNamedAtOnceWithThoseOfOtherSettings() throws Exception {
    Path file = Files.writeString(folder.resolve("own.json"), "[{}, 7]");

    assertThatThrownBy(
            () -> Settings.from(Map.of("env", "X", "functions", file.toString()), folder, Map.of()))
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(6))
        .hasMessageContaining("functions[0] in " + file + ".label is missing, expected")
        .hasMessageContaining("functions[1] in " + file + " is 7, expected an object");
  }

  @Test
  void aLabelTwiceIsRefusedAlsoWhereOnlyDashesDiffer() {
    String one = entry("label", "'a-1'");
    String two = entry("label", "'a1'");
    String both = one.substring(0, one.length() - 1) + "," + two.substring(1);

    assertThatThrownBy(() -> read(both)).hasMessageContaining("has the label a-1 and a1 twice");
  }

  @Test
  void eventsThatWouldNotFitIntoTheMachinesVariablesAreRefused() {
    String entry = entry("expect", "'" + "x".repeat(65_536) + "'");

    assertThatThrownBy(() -> read(entry))
        .hasMessageContaining("65542 bytes together, expected at most 65536");
  }

  /** As they stand in the state: in UTF-8, quotation marks escaped. */
  @ParameterizedTest
  @ValueSource(strings = {"\u4f60", "\ud83d\ude00", "\\\""})
  void charactersThatTakeSeveralBytesCountAsThese(String character) {
    String entry = entry("expect", "'" + character.repeat(30_000) + "'");

    assertThatThrownBy(() -> read(entry)).hasMessageContaining("bytes together, expected at most");
  }

  @Test
  void aFileThatIsNotThereOrNoJsonIsNamed() {
    assertThatThrownBy(() -> Settings.from(Map.of("functions", "no.json"), folder, Map.of()))
        .hasMessageStartingWith("functions is \"no.json\", which does not exist (" + folder);
    assertThatThrownBy(() -> read("[{]")).hasMessageContaining("which is not valid JSON");
    assertThatThrownBy(() -> read("7")).hasMessageContaining("is 7, expected a list");
  }

  @Test
  void ofAListThatIsNotThereTheBuildBesideItIsNamed() throws Exception {
    Path build = Files.writeString(folder.resolve("build"), "#!/bin/sh\n");
    assertThatThrownBy(() -> Settings.from(Map.of("functions", "no.json"), folder, Map.of()))
        .hasMessageContaining(": give another");
    assertThat(build.toFile().setExecutable(true)).isTrue();
    assertThatThrownBy(() -> Settings.from(Map.of("functions", "no.json"), folder, Map.of()))
        .hasMessageContaining(": run " + build + ", which makes what is built here")
        .hasMessageNotContaining("give another");
  }

  @ParameterizedTest
  @CsvSource({
    "orders, orders",
    "Orders_API:7, orders-api",
    "Orders_API:live, orders-api",
    "arn:aws:lambda:eu-west-1:123456789012:function:Orders_API, orders-api",
    "arn:aws:lambda:eu-west-1:123456789012:function:Orders_API:live, orders-api",
    "123456789012:function:Orders_API, orders-api",
    "123456789012:function:Orders_API:7, orders-api",
    "a-name-of-more-than-20-letters, a-name-of-more-than",
  })
  void aFunctionsNameOrArnBecomesALabel(String function, String label) {
    assertThat(OwnFunctions.labelOf(function)).isEqualTo(label);
    assertThat(OwnFunctions.checkLabel(label)).isEmpty();
  }

  @Test
  void whereNothingIsPackagedTheFilesMayBeGone() {
    Map<String, Object> context =
        Map.of("functions", "gone.json", "aws:cdk:bundling-stacks", List.of());

    assertThat(Settings.from(context, folder, Map.of()).functions()).isEmpty();
  }
}
