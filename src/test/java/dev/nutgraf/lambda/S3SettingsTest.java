package dev.nutgraf.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nutgraf.lambda.S3Settings.Endpoint;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;

final class S3SettingsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:9000",
        "http://localhost:9000/",
        "http://host.docker.internal:9000",
        "https://s3.example.com",
        "HTTPS://s3.example.com:443",
        "http://[::1]:9000"
      })
  void acceptsAnEndpointWithSchemeAndHost(String url) {
    assertEquals(
        Optional.of(new Endpoint("AWS_ENDPOINT_URL_S3", URI.create(url))),
        S3Settings.from(Map.of("AWS_ENDPOINT_URL_S3", url)).endpoint());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:9000",
        "127.0.0.1",
        "localhost",
        "/",
        " ",
        "http://",
        "http:///bucket",
        "http:localhost:9000",
        "//localhost:9000",
        "ftp://localhost:9000",
        "s3://bucket",
        "http://localhost:9000/bucket",
        "http://localhost:9000?x",
        "http://localhost:9000/#x",
        "http://user:password@localhost:9000",
        "http://localhost:nine",
        "http://localhost:0",
        "http://localhost:65536",
        "http://local host:9000",
        "http://localhost:9000 ",
        "http://my_minio:9000"
      })
  void rejectsAnyOtherEndpointWithTheVariableAndTheAllowedValues(String url) {
    for (String name : new String[] {"AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"}) {
      InvalidSettingException e =
          assertThrows(InvalidSettingException.class, () -> S3Settings.from(Map.of(name, url)));
      assertEquals(
          name
              + " is \""
              + url
              + "\"; allowed is http://HOST:PORT or https://HOST:PORT, without a path; or empty for"
              + " AWS.",
          e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://a:1, http://b:2, AWS_ENDPOINT_URL_S3, http://a:1",
    "'', http://b:2, AWS_ENDPOINT_URL, http://b:2",
    "http://a:1, '', AWS_ENDPOINT_URL_S3, http://a:1"
  })
  void prefersTheVariableOfTheServiceUnlessItIsEmpty(
      String s3, String all, String variable, URI expected) {
    assertEquals(
        Optional.of(new Endpoint(variable, expected)),
        S3Settings.from(Map.of("AWS_ENDPOINT_URL_S3", s3, "AWS_ENDPOINT_URL", all)).endpoint());
  }

  @Test
  void takesAnEmptyValueForAnUnsetOne() {
    S3Settings settings =
        S3Settings.from(
            Map.of(
                "AWS_ENDPOINT_URL_S3", "",
                "AWS_ENDPOINT_URL", "",
                "AWS_REQUEST_CHECKSUM_CALCULATION", "",
                "AWS_RESPONSE_CHECKSUM_VALIDATION", ""));
    S3Settings unset = S3Settings.from(Map.of());
    assertEquals(unset.endpoint(), settings.endpoint());
    assertEquals(Optional.empty(), settings.endpoint());
    assertEquals(unset.requestChecksums(), settings.requestChecksums());
    assertEquals(unset.responseChecksums(), settings.responseChecksums());
  }

  @ParameterizedTest
  @CsvSource({
    "'', WHEN_SUPPORTED",
    "when_supported, WHEN_SUPPORTED",
    "when_required, WHEN_REQUIRED",
    "WHEN_REQUIRED, WHEN_REQUIRED"
  })
  void readsWhenChecksumsAreUsed(String value, String expected) {
    assertEquals(
        RequestChecksumCalculation.valueOf(expected),
        S3Settings.from(Map.of("AWS_REQUEST_CHECKSUM_CALCULATION", value)).requestChecksums());
    assertEquals(
        ResponseChecksumValidation.valueOf(expected),
        S3Settings.from(Map.of("AWS_RESPONSE_CHECKSUM_VALIDATION", value)).responseChecksums());
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_REQUEST_CHECKSUM_CALCULATION", "AWS_RESPONSE_CHECKSUM_VALIDATION"})
  void rejectsAnyOtherUseOfChecksums(String name) {
    InvalidSettingException e =
        assertThrows(InvalidSettingException.class, () -> S3Settings.from(Map.of(name, "never")));
    assertEquals(
        name + " is \"never\"; allowed is when_supported or when_required.", e.getMessage());
  }

  @Test
  void namesTheVariableWithTheEndpoint() {
    assertEquals("S3", S3Settings.from(Map.of()).describeEndpoint());
    assertEquals(
        "https://localhost:9000 (AWS_ENDPOINT_URL_S3; allowed is http://HOST:PORT or"
            + " https://HOST:PORT, without a path)",
        S3Settings.from(Map.of("AWS_ENDPOINT_URL_S3", "https://localhost:9000"))
            .describeEndpoint());
  }
}
