package coldbench.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The manifests are shortened ones of a real {@code cdk synth} (aws-cdk-lib 2.263.0). */
class CloudAssemblyTest {
  @TempDir Path folder;

  @Test
  void aStacksTemplateKnowsTheFoldersOfItsAssets() throws Exception {
    write(
        "manifest.json",
        """
        {"version": "54.0.0", "artifacts": {
          "coldbench-dev.assets": {"type": "cdk:asset-manifest", "properties": {"file": "coldbench-dev.assets.json"}},
          "coldbench-dev": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "coldbench-dev.template.json"}}}}
        """);
    write(
        "coldbench-dev.assets.json",
        """
        {"files": {"0a1b": {"source": {"path": "asset.0a1b", "packaging": "zip"},
          "destinations": {"current_account-current_region-4c5d": {"objectKey": "0a1b.zip"}}}}}
        """);
    write("coldbench-dev.template.json", "{\"Resources\": {}}");

    Template template = CloudAssembly.read(folder).stack("coldbench-dev");

    assertThat(template.stackName()).isEqualTo("coldbench-dev");
    assertThat(template.asset("0a1b.zip")).contains(folder.resolve("asset.0a1b"));
    assertThat(template.asset("ffff.zip")).isEmpty();
  }

  @Test
  void aStackThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
    write(
        "manifest.json",
        "{\"artifacts\": {\"coldbench-dev\": {\"type\": \"aws:cloudformation:stack\"}}}");

    assertThatThrownBy(() -> CloudAssembly.read(folder).stack("coldbench-prod"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("coldbench-prod is not in")
        .hasMessageEndingWith("there are [coldbench-dev]");
  }

  @Test
  void aFolderWithoutManifestIsNoCloudAssembly() {
    assertThatThrownBy(() -> CloudAssembly.read(folder))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("it has no manifest.json: run 'cdk synth' first");
  }

  private void write(String file, String text) throws Exception {
    Files.writeString(folder.resolve(file), text);
  }
}
