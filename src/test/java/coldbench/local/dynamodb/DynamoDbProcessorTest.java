package coldbench.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbProcessorTest {
  @TempDir private Path cache;

  /** The database in it is a library for x86_64. */
  @Test
  void onArm64ItIsRefusedByNameBeforeAnythingIsFetched() {
    List<String> progress = new ArrayList<>();

    assertThatThrownBy(
            () ->
                DynamoDb.start(
                    "aarch64", Map.of("XDG_CACHE_HOME", cache.toString()), progress::add))
        .isInstanceOf(IOException.class)
        .hasMessage("DynamoDB local 2.6.1 is built for x86_64 only, and this machine is aarch64");
    assertThat(progress).isEmpty();
    assertThat(cache).isEmptyDirectory();
  }
}
