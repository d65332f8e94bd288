package coldbench.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class Sha256Test {
  @Test
  void everyLengthGivesWhatTheJvmGives() throws Exception {
    Random random = new Random(1);
    for (int length = 0; length < 400; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(Sha256.hash(bytes)).isEqualTo(expected);
      int cut = random.nextInt(length + 1);
      assertThat(
              new Sha256()
                  .add(Arrays.copyOf(bytes, cut))
                  .add(Arrays.copyOfRange(bytes, cut, length))
                  .digest())
          .isEqualTo(expected);
    }
  }

  @Test
  void keysOfEveryLengthGiveWhatTheJvmGives() throws Exception {
    Random random = new Random(2);
    for (int length = 1; length < 200; length++) {
      byte[] key = new byte[length];
      random.nextBytes(key);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String message = "message \u00e9 " + length;
      assertThat(Sha256.hmac(key, message)).isEqualTo(mac.doFinal(message.getBytes(UTF_8)));
    }
  }
}
