package coldbench.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFilesTest {
  @TempDir private Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("a.json"), content);
  }

  @Test
  void aFileIsReadAsItsOneValue() throws IOException {
    assertThat(JsonFiles.read(file(" {\"a\": [1, null]}\n")).toString())
        .isEqualTo("{\"a\":[1,null]}");
    assertThat(JsonFiles.read(file("null")).isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''              | is empty, expected JSON",
        "'  '            | is empty, expected JSON",
        "{'\"a\":1 \"b\"'  | is not valid JSON: Unexpected character",
        "'{\"a\":1,\"a\":2}' | is not valid JSON: Duplicate field 'a', line 1 column",
        "'{} []'         | is not valid JSON: Trailing token",
        "{               | is not valid JSON: Unexpected end-of-input",
      })
  void whatIsNoJsonIsSaidWithItsPlace(String content, String message) throws IOException {
    Path file = file(content);

    assertThatThrownBy(() -> JsonFiles.read(file))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageStartingWith(message.strip());
  }

  @Test
  void aFileThatIsNotThereIsAnotherError() {
    assertThatThrownBy(() -> JsonFiles.read(folder.resolve("gone.json")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
