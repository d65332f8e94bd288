package coldbench.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What services say, taken apart. */
class AnswersTest {
  @Test
  void aListOfObjectsIsRead() throws Exception {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult"
            + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>b</Name><Prefix/>"
            + "<Contents><Key>a%20b%2Bc+%C3%A9</Key><LastModified>2026-01-31T23:59:59.000Z"
            + "</LastModified><ETag>&quot;1&#x41;&quot;</ETag><Size>12</Size></Contents>"
            + "<Contents><Key>d</Key><Size>0</Size><ETag>x</ETag></Contents>"
            + "<NextContinuationToken>a&amp;b==</NextContinuationToken></ListBucketResult>";
    S3.Page page = S3.page(new Xml(xml));
    assertThat(page.next()).isEqualTo(Optional.of("a&b=="));
    assertThat(page.entries()).hasSize(2);
    assertThat(page.entries().get(0))
        .isEqualTo(new S3.Entry("a b+c \u00e9", 12, "\"1A\"", "2026-01-31T23:59:59.000Z"));
    assertThat(page.entries().get(1).key()).isEqualTo("d");
  }

  @Test
  void whatIsNoSuchListIsRefused() {
    for (String xml :
        new String[] {
          "",
          "{}",
          "<a></a>",
          "<ListBucketResult><Contents>",
          "<ListBucketResult><Key>&foo;</Key></ListBucketResult>",
          "<ListBucketResult><Key>&#x110000;</Key></ListBucketResult>",
          "<ListBucketResult><Key>&#;</Key></ListBucketResult>",
          "<!DOCTYPE a [<!ENTITY b \"c\">]><ListBucketResult></ListBucketResult>",
          "<ListBucketResult><Key>a"
        }) {
      assertThatThrownBy(() -> S3.page(new Xml(xml))).as(xml).isInstanceOf(XmlException.class);
    }
  }

  @Test
  void aDateIsReadAndNothingElseIsOne() {
    DateTimeFormatter form =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    ZonedDateTime at = ZonedDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    for (int i = 0; i < 3000; i++) {
      at = at.plusDays(13).plusSeconds(7L * i);
      assertThat(HttpDate.parse(form.format(at))).hasValue(at.toInstant().toEpochMilli());
    }
    for (String wrong :
        new String[] {
          "",
          "now",
          "Sun, 06 Nov 1994 08:49:37 CET",
          "Sun, 06 xxx 1994 08:49:37 GMT",
          "Sun, 06 anF 1994 08:49:37 GMT",
          "Sun, -6 Nov 1994 08:49:37 GMT"
        }) {
      assertThat(HttpDate.parse(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void credentialsAndEndpointsComeFromTheEnvironmentAndAMistakeIsNamed() {
    assertThatThrownBy(() -> Credentials.of(name -> Optional.empty()))
        .hasMessage("AWS_ACCESS_KEY_ID is not set, expected as Lambda sets it");
    Credentials credentials = Credentials.of(name -> Optional.of("value of " + name));
    assertThat(credentials.toString()).isEqualTo("Credentials of value of AWS_ACCESS_KEY_ID");
    assertThat(credentials.hide("a value of AWS_SESSION_TOKEN b")).isEqualTo("a *** b");

    Endpoints plain = new Endpoints(name -> Optional.empty(), "eu-central-1");
    assertThat(plain.host("dynamodb", "DYNAMODB")).isEqualTo("dynamodb.eu-central-1.amazonaws.com");
    Endpoints china = new Endpoints(name -> Optional.empty(), "cn-north-1");
    assertThat(china.host("sqs", "SQS")).isEqualTo("sqs.cn-north-1.amazonaws.com.cn");
    Endpoints given =
        new Endpoints(
            name ->
                name.equals("AWS_ENDPOINT_URL_SQS")
                    ? Optional.of("https://localhost:1/")
                    : name.equals("AWS_ENDPOINT_URL")
                        ? Optional.of("https://all")
                        : Optional.empty(),
            "eu-central-1");
    assertThat(given.host("sqs", "SQS")).isEqualTo("localhost:1");
    assertThat(given.host("kms", "KMS")).isEqualTo("all");
    Endpoints wrong = new Endpoints(name -> Optional.of("http://localhost"), "eu-central-1");
    assertThatThrownBy(() -> wrong.host("sqs", "SQS"))
        .hasMessage(
            "AWS_ENDPOINT_URL_SQS is \"http://localhost\", expected https://host or"
                + " https://host:port");
  }

  @Test
  void waitsDoubleAreDrawnAndEndAtTwentySeconds() {
    Retries most = new Retries(() -> 0.999_999);
    assertThat(most.waitMillis(1)).isEqualTo(999);
    assertThat(most.waitMillis(2)).isEqualTo(1999);
    assertThat(most.waitMillis(30)).isEqualTo(19_999);
    assertThat(new Retries(() -> 0).waitMillis(2)).isZero();
  }

  @Test
  void triesEndWhenMostOfThemFail() {
    Retries retries = new Retries(() -> 0);
    int paid = 0;
    while (retries.pay(false)) {
      paid++;
    }
    assertThat(paid).isEqualTo(100);
    retries.earn(2);
    assertThat(retries.pay(true)).isFalse();
    assertThat(retries.pay(false)).isTrue();
  }
}
