package coldbench.function;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coldbench.runtime.JsonReader;
import coldbench.runtime.JsonReader.Kind;
import coldbench.testing.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/**
 * The peers of examples/board whose toolchains are here; its build prints which are not. Their
 * libraries write JSON as they like, so what counts of an answer is its status, its content type
 * and its body.
 */
@Tag("long")
class BoardIT extends ContractCases {
  private static final Path BOARD = Path.of(System.getProperty("board.folder"));

  /** What examples/board/README.md says of them. */
  private static final Set<String> REQUESTS_ALONE = Set.of("rust-http");

  private static final Set<String> KEEP_SURROGATES = Set.of("rust-std", "graalvm");

  private static final Map<String, String> OTHER_NAMES =
      Map.of("rust-http", "rust", "graalvm", "java");

  private final List<Launcher> built = new ArrayList<>();

  @BeforeAll
  void build() throws Exception {
    Process build = new ProcessBuilder(BOARD.resolve("build").toString()).inheritIO().start();
    assertThat(build.waitFor()).as("exit code of examples/board/build").isZero();
    JsonReader list = new JsonReader(Files.readAllBytes(BOARD.resolve("board.json")));
    list.beginArray();
    while (list.nextElement()) {
      if (list.peek() == Kind.OBJECT) {
        built.add(launcher(list));
      } else {
        list.skip(); // built in, and held to the contract where that is tested
      }
    }
    assertThat(built).isNotEmpty();
  }

  private static Launcher launcher(JsonReader entry) {
    String label = "";
    String code = "";
    entry.beginObject();
    while (entry.nextMember()) {
      switch (entry.name()) {
        case "label" -> label = entry.string();
        case "code" -> code = entry.string();
        default -> entry.skip();
      }
    }
    return new Launcher(label, List.of(BOARD.resolve(code).resolve("bootstrap").toString()));
  }

  @Override
  Stream<Launcher> launchers() {
    return built.stream();
  }

  @Override
  Stream<Launcher> thatTakeAnyEvent() {
    return built.stream().filter(each -> !REQUESTS_ALONE.contains(each.name()));
  }

  @Override
  Stream<Launcher> thatKeepSurrogates() {
    return built.stream().filter(each -> KEEP_SURROGATES.contains(each.name()));
  }

  @Override
  String runtime(Launcher launcher) {
    return OTHER_NAMES.getOrDefault(launcher.name(), launcher.name());
  }

  /** AWS's crate does not start without them. */
  @Override
  Map<String, String> environment() {
    return Map.of(
        "AWS_LAMBDA_FUNCTION_NAME", "coldbench",
        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128");
  }

  @Override
  String asWritten(String answer) {
    String status = "";
    String contentType = "";
    String body = "";
    JsonReader json = new JsonReader(answer.getBytes(UTF_8));
    json.beginObject();
    while (json.nextMember()) {
      switch (json.name()) {
        case "statusCode" -> status = json.number();
        case "headers" -> contentType = contentType(json);
        case "body" -> body = json.string();
        case "isBase64Encoded" -> assertThat(json.bool()).isFalse();
        default -> json.skip();
      }
    }
    assertThat(contentType).as(answer).isEqualTo("application/json");
    return written(Integer.parseInt(status), body);
  }

  private static String contentType(JsonReader headers) {
    String type = "";
    headers.beginObject();
    while (headers.nextMember()) {
      if (headers.name().equals("content-type")) {
        type = headers.string();
      } else {
        headers.skip();
      }
    }
    return type;
  }
}
