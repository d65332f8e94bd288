package coldbench.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @Test
  void isHostAndPort() {
    assertThat(Endpoint.parse("127.0.0.1:9001"))
        .isEqualTo(new Endpoint("127.0.0.1:9001", "127.0.0.1", 9001));
    assertThat(Endpoint.parse("sandbox.local"))
        .isEqualTo(new Endpoint("sandbox.local", "sandbox.local", 80));
    assertThat(Endpoint.parse("[::1]:9001")).isEqualTo(new Endpoint("[::1]:9001", "::1", 9001));
    assertThat(Endpoint.parse("[::1]")).isEqualTo(new Endpoint("[::1]", "::1", 80));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":80",
        "a:",
        "a:0",
        "a:65536",
        "a:1x",
        "a:-1",
        "a b:80",
        "a\r\nX: y:80",
        "http://a:80"
      })
  void nothingElse(String text) {
    assertThatThrownBy(() -> Endpoint.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "AWS_LAMBDA_RUNTIME_API is \""
                + text
                + "\", expected host:port with a port from 1 to 65535");
  }
}
