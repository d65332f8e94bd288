package coldbench.differential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Digests and codes of messages, those of the examples of https://doi.org/10.6028/NIST.FIPS.180-4,
 * https://www.rfc-editor.org/rfc/rfc1321 and https://www.rfc-editor.org/rfc/rfc4231 among them.
 */
final class DigestCases {
  private static final List<String> DIGESTS =
      List.of("MD5", "SHA-1", "sha", "SHA-224", "SHA-256", "SHA256", "SHA-384", "SHA-512", "SHA-0");
  private static final List<String> CODES =
      List.of("HmacMD5", "HmacSHA1", "HmacSHA224", "HmacSHA256", "hmacsha384", "HmacSHA512", "x");
  private static final List<String> MESSAGES =
      List.of(
          "",
          "abc",
          "message digest",
          "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
          "a".repeat(100_000),
          "Hi There",
          "what do ya want for nothing?",
          "Test Using Larger Than Block-Size Key - Hash Key First",
          "This is a test using a larger than block-size key and a larger than block-size data. The"
              + " key needs to be hashed before being used by the HMAC algorithm.");
  private static final HexFormat HEX = HexFormat.of();

  private DigestCases() {}

  static void run(Cases cases, Random random) {
    for (String algorithm : DIGESTS) {
      for (int i = 0; i < MESSAGES.size(); i++) {
        byte[] message = bytes(MESSAGES.get(i));
        cases.add(
            "digest " + algorithm + " of message " + i,
            () -> HEX.formatHex(MessageDigest.getInstance(algorithm).digest(message)));
      }
      for (int length : new int[] {1, 55, 56, 57, 63, 64, 65, 111, 112, 113, 127, 128, 129, 300}) {
        byte[] message = new byte[length];
        random.nextBytes(message);
        cases.add(
            "digest " + algorithm + " of " + length + " in parts", () -> parts(algorithm, message));
      }
      cases.add("digest " + algorithm + " wrong", () -> wrong(algorithm));
    }
    codes(cases);
    cases.add("digest equal", () -> equality());
    cases.add("digest as UUID", () -> UUID.nameUUIDFromBytes(bytes("www.example.com")));
    cases.add("digest random", () -> random());
    hex(cases);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String parts(String algorithm, byte[] message) throws Exception {
    MessageDigest digest = MessageDigest.getInstance(algorithm);
    int third = message.length / 3;
    digest.update(message, 0, third);
    digest.update(message[third]);
    MessageDigest copy = (MessageDigest) digest.clone();
    digest.update(ByteBuffer.wrap(message, third + 1, message.length - third - 1));
    byte[] room = new byte[80];
    int written = digest.digest(room, 3, 70);
    return written + HEX.formatHex(room) + HEX.formatHex(copy.digest(message)) + digest;
  }

  private static String wrong(String algorithm) throws Exception {
    MessageDigest digest = MessageDigest.getInstance(algorithm);
    List<Cases.Body> calls =
        List.of(
            () -> {
              digest.update(null, 0, 0);
              return "";
            },
            () -> {
              digest.update(new byte[3], 1, 3);
              return "";
            },
            () -> {
              digest.update(new byte[3], -1, 2);
              return "";
            },
            () -> digest.digest(new byte[99], 0, 3),
            () -> digest.digest(new byte[3], 0, 80),
            () -> digest.digest(new byte[99], -1, 99),
            () -> digest.digest(null, 0, 0));
    StringBuilder thrown = new StringBuilder();
    for (Cases.Body call : calls) {
      try {
        thrown.append(call.run()).append(' ');
      } catch (Throwable e) {
        thrown.append(e.getClass().getName()).append(' ');
      }
    }
    return thrown + HEX.formatHex(digest.digest());
  }

  private static void codes(Cases cases) {
    for (String algorithm : CODES) {
      for (int length : new int[] {0, 1, 20, 25, 63, 64, 65, 127, 128, 131, 200}) {
        for (int i = 0; i < MESSAGES.size(); i++) {
          byte[] message = bytes(MESSAGES.get(i));
          cases.add("code " + algorithm + length + " " + i, () -> code(algorithm, length, message));
        }
      }
      cases.add("code before its key " + algorithm, () -> Mac.getInstance(algorithm).doFinal());
      cases.add(
          "code without room " + algorithm,
          () -> {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(new byte[] {1}, "k"));
            mac.doFinal(new byte[20], 19);
            return "";
          });
    }
    cases.add(
        "code's key",
        () -> {
          SecretKeySpec key = new SecretKeySpec(new byte[] {1, 2, 3}, 1, 2, "k");
          return key.equals(new SecretKeySpec(new byte[] {2, 3}, "K"))
              + key.getAlgorithm()
              + Arrays.toString(key.getEncoded())
              + key.getFormat();
        });
  }

  private static String code(String algorithm, int length, byte[] message) throws Exception {
    byte[] key = new byte[length];
    Arrays.fill(key, (byte) (length == 20 ? 0x0b : 0xaa));
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key, algorithm));
    mac.update(message, 0, message.length / 2);
    Mac copy = (Mac) mac.clone();
    mac.update(message, message.length / 2, message.length - message.length / 2);
    return HEX.formatHex(mac.doFinal())
        + HEX.formatHex(mac.doFinal(message))
        + HEX.formatHex(copy.doFinal())
        + mac.getMacLength()
        + mac.getAlgorithm();
  }

  private static String equality() {
    byte[][] all = {null, {}, {1}, {1, 2}, {1, 3}, {1, 2}};
    StringBuilder text = new StringBuilder();
    for (byte[] one : all) {
      for (byte[] other : all) {
        text.append(MessageDigest.isEqual(one, other) ? 1 : 0);
      }
    }
    return text.toString();
  }

  /** Nothing of it repeats on a JVM or natively, so only what it can be is compared. */
  private static String random() throws Exception {
    SecureRandom random = new SecureRandom();
    byte[] one = new byte[37];
    byte[] other = new byte[37];
    random.nextBytes(one);
    SecureRandom.getInstanceStrong().nextBytes(other);
    random.setSeed(7);
    int number = random.nextInt(10);
    double fraction = random.nextDouble();
    long ones = 0;
    for (int i = 0; i < 1000; i++) {
      ones += Long.bitCount(random.nextLong());
    }
    return Arrays.equals(one, other)
        + " "
        + (number >= 0 && number < 10)
        + (fraction >= 0 && fraction < 1)
        + (ones > 31_000 && ones < 33_000)
        + random.generateSeed(5).length
        + random.getAlgorithm();
  }

  private static void hex(Cases cases) {
    HexFormat dressed = HexFormat.ofDelimiter(", ").withPrefix("#").withSuffix(";").withUpperCase();
    for (String text :
        List.of("", "00ff", "0", "0g", "#0A;, #FF;", "#0A; #FF;", "7fffffff", "-1")) {
      cases.add("hex parsed " + text, () -> Arrays.toString(HEX.parseHex(text)));
      cases.add("hex dressed " + text, () -> Arrays.toString(dressed.parseHex(text)));
      cases.add("hex int " + text, () -> HexFormat.fromHexDigits(text));
      cases.add("hex long " + text, () -> HexFormat.fromHexDigitsToLong(text));
    }
    cases.add(
        "hex formatted",
        () ->
            dressed.formatHex(new byte[] {1, -1, 127})
                + dressed.formatHex(new byte[] {1, 2, 3}, 1, 2)
                + dressed
                + dressed.equals(HEX)
                + HEX.toHexDigits((byte) -2)
                + HEX.toHexDigits('\u20ac')
                + dressed.toHexDigits(0xabcdefL, 5)
                + HEX.toHexDigits(-7L)
                + HEX.formatHex(new StringBuilder("x"), new byte[] {9}));
  }
}
