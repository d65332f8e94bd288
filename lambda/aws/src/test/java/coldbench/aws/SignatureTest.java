package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS's own test vectors: ORIGIN.md beside them says where they are from. */
class SignatureTest {
  private static final Path SUITE =
      Path.of("src/test/resources/coldbench/aws/aws-signing-test-suite");

  static Stream<String> vectors() throws IOException {
    try (Stream<Path> folders = Files.list(SUITE)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  @Test
  void everyVectorIsThere() throws IOException {
    assertThat(vectors()).hasSize(38);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void theSignatureIsAwss(String name) throws IOException {
    String context = Files.readString(SUITE.resolve(name).resolve("context.json"));
    Signature signature =
        new Signature(
            new Credentials(
                text(context, "access_key_id").orElseThrow(),
                text(context, "secret_access_key").orElseThrow(),
                text(context, "token")),
            text(context, "region").orElseThrow(),
            text(context, "service").orElseThrow(),
            context.contains("\"normalize\": false"));
    Signature.Request request = request(name, context, signature);
    String date = "20150830T123600Z";
    assertThat(signature.canonical(request)).isEqualTo(read(name, "header-canonical-request.txt"));
    String toSign = signature.stringToSign(request, date);
    assertThat(toSign).isEqualTo(read(name, "header-string-to-sign.txt"));
    String expected = read(name, "header-signature.txt");
    assertThat(signature.of(toSign, date)).isEqualTo(expected);
    assertThat(signature.authorization(request, date)).endsWith("Signature=" + expected);
  }

  @Test
  void theDateIsThatOfTheVectors() {
    assertThat(Signature.date(1_440_938_160_000L)).isEqualTo("20150830T123600Z");
  }

  private static Signature.Request request(String name, String context, Signature signature)
      throws IOException {
    String raw = read(name, "request.txt");
    int blank = raw.indexOf("\n\n");
    String head = blank < 0 ? raw : raw.substring(0, blank);
    String body = blank < 0 ? "" : raw.substring(blank + 2);
    String line = head.lines().findFirst().orElseThrow();
    String target = line.substring(line.indexOf(' ') + 1, line.lastIndexOf(" HTTP/"));
    int question = target.indexOf('?');
    Map<String, String> fields = new TreeMap<>();
    String last = "";
    for (String field : head.lines().skip(1).toList()) {
      int colon = field.indexOf(':');
      if (field.startsWith(" ")) {
        fields.merge(last, field.trim(), (a, b) -> a + " " + b);
      } else {
        last = field.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
        fields.merge(last, field.substring(colon + 1).trim(), (a, b) -> a + "," + b);
      }
    }
    fields.put("x-amz-date", "20150830T123600Z");
    if (context.contains("\"omit_session_token\": false")
        || !context.contains("omit_session_token")) {
      signature.credentials().sessionToken().ifPresent(t -> fields.put("x-amz-security-token", t));
    }
    String hash = Sha256.hex(Sha256.hash(body.getBytes(UTF_8)));
    if (context.contains("\"sign_body\": true")) {
      fields.put("x-amz-content-sha256", hash);
    }
    String path = question < 0 ? target : target.substring(0, question);
    return new Signature.Request(
        line.substring(0, line.indexOf(' ')),
        signature.pathAsIs() ? Escaped.path(path) : Escaped.undo(path),
        question < 0 ? "" : query(target.substring(question + 1)),
        fields,
        hash);
  }

  /** As it would be sent. */
  private static String query(String raw) {
    StringBuilder query = new StringBuilder();
    for (String parameter : raw.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = equals < 0 ? parameter : parameter.substring(0, equals);
      String value = equals < 0 ? "" : parameter.substring(equals + 1);
      query.append(query.length() == 0 ? "" : "&");
      query.append(Escaped.part(Escaped.undo(name))).append('=');
      query.append(Escaped.part(Escaped.undo(value)));
    }
    return query.toString();
  }

  private static Optional<String> text(String json, String name) {
    Matcher found = Pattern.compile("\"" + name + "\": \"([^\"]*)\"").matcher(json);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static String read(String name, String file) throws IOException {
    return Files.readString(SUITE.resolve(name).resolve(file)).replace("\r\n", "\n");
  }
}
