package coldbench.local;

import static org.assertj.core.api.Assertions.assertThat;

import coldbench.template.CloudAssembly;
import coldbench.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a template would deploy; the template is a shortened one of a real {@code cdk synth}. */
class LocalStackTest {
  @TempDir Path folder;

  private Template template() throws IOException {
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"version": "54.0.0", "artifacts": {
          "coldbench-dev.assets": {"type": "cdk:asset-manifest", "properties": {"file": "assets.json"}},
          "coldbench-dev": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "template.json"}}}}
        """);
    Files.writeString(folder.resolve("assets.json"), "{\"files\": {}}");
    Files.writeString(
        folder.resolve("template.json"),
        """
        {"Resources": {
          "Bucket83": {"Type": "AWS::S3::Bucket", "Properties": {}},
          "JavaB1": {"Type": "AWS::Lambda::Function", "Properties": {}},
          "Machine7F": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
            "DefinitionString": {"Fn::Join": ["", [
              "{\\"QueryLanguage\\":\\"JSONata\\",\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Task\\",\\"End\\":true,\\"Resource\\":\\"arn:",
              {"Ref": "AWS::Partition"},
              ":states:::lambda:invoke\\",\\"Arguments\\":{\\"Name\\":\\"",
              {"Ref": "JavaB1"}, "\\",\\"Arn\\":\\"", {"Fn::GetAtt": ["JavaB1", "Arn"]},
              "\\",\\"Bucket\\":\\"", {"Ref": "Bucket83"}, "\\",\\"Region\\":\\"", {"Ref": "AWS::Region"},
              "\\"}}}}"]]}}}}}
        """);
    return CloudAssembly.read(folder).stack("coldbench-dev");
  }

  @Test
  void aDefinitionHasPlaceholdersWhereTheAccountsNamesWouldStand() throws IOException {
    assertThat(LocalStack.definitionWithPlaceholders(template()).at("/States/A"))
        .hasToString(
            "{\"Type\":\"Task\",\"End\":true,\"Resource\":\"arn:aws:states:::lambda:invoke\","
                + "\"Arguments\":{\"Name\":\"${JavaB1}\",\"Arn\":\"${JavaB1.Arn}\","
                + "\"Bucket\":\"${Bucket83}\",\"Region\":\"${AWS::Region}\"}}");
  }
}
