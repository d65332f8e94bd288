package coldbench.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEMPLATE =
      """
      {"Parameters": {"BootstrapVersion": {"Type": "String", "Default": "/cdk-bootstrap/version"}},
       "Resources": {"Java": {"Type": "AWS::Lambda::Function"}, "Role": {"Type": "AWS::IAM::Role"}}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Ref": "Java"}                                              | "coldbench-java"
          {"Ref": "AWS::Region"}                                       | "local"
          {"Ref": "BootstrapVersion"}                                  | "/cdk-bootstrap/version"
          {"Fn::GetAtt": ["Java", "Arn"]}                              | "arn:java"
          {"Fn::GetAtt": "Java.Arn"}                                   | "arn:java"
          {"Fn::Join": ["-", ["a", {"Ref": "Java"}, 1]]}               | "a-coldbench-java-1"
          {"Fn::Join": ["", []]}                                       | ""
          {"Fn::Sub": "${AWS::Region}/${Java}/${Java.Arn}/${!Literal}"}| "local/coldbench-java/arn:java/${Literal}"
          {"Fn::Sub": ["${Own}-${Java}", {"Own": {"Ref": "Java"}}]}    | "coldbench-java-coldbench-java"
          {"Fn::Select": [1, ["a", "b"]]}                              | "b"
          {"Fn::Select": ["1", {"Fn::Split": [":", {"Fn::GetAtt": ["Java", "Arn"]}]}]} | "java"
          {"a": [{"Ref": "Java"}, 1.50, null, true], "b": {"Ref": "x", "c": 1}} | {"a": ["coldbench-java", 1.50, null, true], "b": {"Ref": "x", "c": 1}}
          """)
  void anIntrinsicFunctionIsReplacedByItsResult(String value, String resolved) throws Exception {
    assertThat(intrinsics().resolve(JSON.readTree(value))).isEqualTo(JSON.readTree(resolved));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Fn::ImportValue": "x"}       | the intrinsic function Fn::ImportValue is not supported
          {"Ref": "Nobody"}              | Ref to Nobody, which is not in the template
          {"Fn::GetAtt": ["Role", "Arn"]}| the attribute Arn of the resource Role is not known
          """)
  void whatCannotBeResolvedIsRefusedByName(String value, String message) throws Exception {
    JsonNode json = JSON.readTree(value);
    assertThatThrownBy(() -> intrinsics().resolve(json))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith(message);
  }

  private static Intrinsics intrinsics() throws JsonProcessingException {
    Map<String, String> attributes = Map.of("Java.Ref", "coldbench-java", "Java.Arn", "arn:java");
    return new Intrinsics(
        new Template("coldbench-test", JSON.readTree(TEMPLATE), Map.of()),
        Map.of("AWS::Region", "local"),
        (logicalId, attribute) -> Optional.ofNullable(attributes.get(logicalId + "." + attribute)));
  }
}
