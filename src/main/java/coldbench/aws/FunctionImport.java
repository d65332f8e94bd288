package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EnvironmentResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.GetLayerVersionByArnResponse;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.PackageType;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.TracingMode;

/**
 * Copies a function that exists: its package and its layers into files, its settings into an entry
 * of the setting {@code functions}. It only reads: nothing of the function changes.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html">GetFunction</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_GetLayerVersionByArn.html">
 *     GetLayerVersionByArn</a>
 */
public final class FunctionImport {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);
  private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(10);

  private final LambdaClient lambda;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();

  public FunctionImport(LambdaClient lambda) {
    this.lambda = lambda;
  }

  /**
   * What was copied.
   *
   * @param entry for the setting {@code functions}
   * @param memoryMb what the function itself has; no part of an entry
   * @param variables names of those whose values were left out
   * @param notes what the copy differs in, a line each
   */
  public record Imported(JsonNode entry, int memoryMb, List<String> variables, List<String> notes) {
    /**
     * Writes the entry, where no file is yet.
     *
     * @param secret whether only the user may read it
     */
    public void write(Path file, boolean secret) throws IOException {
      FileAttribute<?> mode =
          PosixFilePermissions.asFileAttribute(
              PosixFilePermissions.fromString(secret ? "rw-------" : "rw-r--r--"));
      OutputStream made =
          Channels.newOutputStream(
              Files.newByteChannel(
                  file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode));
      try (OutputStream out = new NamedOutput(file, made)) {
        String text = JsonNodeFactory.instance.arrayNode().add(entry).toPrettyString();
        out.write((text + "\n").getBytes(UTF_8));
      }
    }
  }

  /** The files of a copy of that label that a folder has already. */
  public static List<Path> existing(Path folder, String label) throws IOException {
    if (!Files.isDirectory(folder.toAbsolutePath())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.toAbsolutePath())) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.matches("\\Q" + label + "\\E(\\.json|\\.zip|-layer[0-9]\\.zip)"))
          .map(folder::resolve)
          .toList();
    }
  }

  /**
   * Copies one.
   *
   * @param function its name or ARN, with a version or an alias after a colon if not the latest
   * @param label that the copy gets, the beginning of its files' names
   * @param withValues whether the entry holds the variables' values, else where to take them from
   * @param folder for its files, which are not there yet
   * @throws AccountException if it cannot be read, or is no package that can be copied
   * @throws IOException if a file cannot be written
   */
  public Imported copy(String function, String label, boolean withValues, Path folder)
      throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    boolean whole = false;
    try {
      Imported imported = copy(function, label, withValues, folder, files);
      whole = true;
      return imported;
    } finally {
      for (Path file : whole ? List.<Path>of() : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private Imported copy(
      String function, String label, boolean withValues, Path folder, List<Path> files)
      throws IOException, InterruptedException {
    GetFunctionResponse found =
        Remedies.calling(
            "read the function " + function,
            () -> lambda.getFunction(request -> request.functionName(function)));
    FunctionConfiguration settings = found.configuration();
    if (settings.packageType() == PackageType.IMAGE) {
      throw new AccountException(
          "the function %s is a container image, expected a .zip package: images cannot be copied, build a package of the same code"
              .formatted(function));
    }
    Path code = folder.resolve(label + ".zip");
    files.add(code);
    download("the package of " + function, found.code().location(), settings.codeSha256(), code);
    List<String> notes = new ArrayList<>();
    ObjectNode entry = JsonMapper.builder().build().createObjectNode();
    entry
        .put("label", label)
        .put("code", String.valueOf(code.getFileName()))
        .put("runtime", settings.runtimeAsString())
        .put("handler", settings.handler())
        .put("architecture", settings.architecturesAsStrings().get(0));
    entry.putObject("event");
    entry.putObject("expect");
    entry.put("role", settings.role());
    List<String> left = environment(function, settings, withValues, entry);
    layers(settings, code, entry, notes, files);
    settings(settings, entry);
    if (settings.hasFileSystemConfigs() && !settings.fileSystemConfigs().isEmpty()) {
      notes.add(
          "its file systems are left out, since an entry has none: the copy runs without them");
    }
    return new Imported(entry, settings.memorySize(), left, notes);
  }

  /** Lambda answers with an error in their place where the caller may not decrypt them. */
  private static List<String> environment(
      String function, FunctionConfiguration settings, boolean withValues, ObjectNode entry) {
    EnvironmentResponse given = settings.environment();
    if (given != null && given.error() != null) {
      throw new AccountException(
          "the variables of %s cannot be read (%s: %s), expected permission to decrypt them: ask for kms:Decrypt with their key"
              .formatted(function, given.error().errorCode(), given.error().message()));
    }
    if (given == null || !given.hasVariables()) {
      return List.of();
    }
    Map<String, String> variables = new TreeMap<>(given.variables());
    ObjectNode environment = entry.putObject("environment");
    variables.forEach(
        (name, value) -> environment.put(name, withValues ? value : "${" + name + "}"));
    return withValues ? List.of() : List.copyOf(variables.keySet());
  }

  private void layers(
      FunctionConfiguration settings,
      Path code,
      ObjectNode entry,
      List<String> notes,
      List<Path> files)
      throws IOException, InterruptedException {
    if (!settings.hasLayers()) {
      return;
    }
    ArrayNode layers = entry.putArray("layers");
    for (Layer layer : settings.layers()) {
      if (account(layer.arn()).equals(account(settings.functionArn()))) {
        String name = String.valueOf(code.getFileName());
        Path file =
            code.resolveSibling(name.replace(".zip", "-layer" + (layers.size() + 1) + ".zip"));
        files.add(file);
        download(layer.arn(), file);
        layers.add(String.valueOf(file.getFileName()));
      } else {
        layers.add(layer.arn());
        notes.add(
            "the layer %s belongs to another account: its content cannot be copied, so the entry names it, and can be deployed but not measured locally"
                .formatted(layer.arn()));
      }
    }
  }

  /** Field 5 of an ARN. */
  private static String account(String arn) {
    return arn.split(":", 6)[4];
  }

  private static void settings(FunctionConfiguration settings, ObjectNode entry) {
    entry.put("timeoutSeconds", settings.timeout());
    if (settings.ephemeralStorage() != null) {
      entry.put("ephemeralStorageMb", settings.ephemeralStorage().size());
    }
    if (settings.vpcConfig() != null && !settings.vpcConfig().subnetIds().isEmpty()) {
      ObjectNode vpc = entry.putObject("vpc");
      settings.vpcConfig().subnetIds().forEach(vpc.putArray("subnets")::add);
      settings.vpcConfig().securityGroupIds().forEach(vpc.putArray("securityGroups")::add);
    }
    if (settings.tracingConfig() != null && settings.tracingConfig().mode() == TracingMode.ACTIVE) {
      entry.put("tracing", true);
    }
    if (settings.snapStart() != null
        && settings.snapStart().applyOn() == SnapStartApplyOn.PUBLISHED_VERSIONS) {
      entry.put("snapStart", true);
    }
  }

  private void download(String layer, Path file) throws IOException, InterruptedException {
    GetLayerVersionByArnResponse found =
        Remedies.calling(
            "read the layer " + layer,
            () -> lambda.getLayerVersionByArn(request -> request.arn(layer)));
    download("the layer " + layer, found.content().location(), found.content().codeSha256(), file);
  }

  /** Held against the checksum that Lambda gives. */
  private void download(String what, String location, String sha256, Path file)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(location)).timeout(DOWNLOAD_LIMIT).build();
    HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        throw new IOException(
            "%s cannot be downloaded: S3 answered %d, try again"
                .formatted(what, response.statusCode()));
      }
      MessageDigest digest = sha256();
      try (InputStream counted = new DigestInputStream(body, digest);
          OutputStream out =
              new NamedOutput(file, Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
        counted.transferTo(out);
      }
      if (!Base64.getEncoder().encodeToString(digest.digest()).equals(sha256)) {
        throw new IOException(
            "%s was not received whole: its SHA-256 is not %s, try again".formatted(what, sha256));
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
