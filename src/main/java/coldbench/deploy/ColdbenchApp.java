package coldbench.deploy;

import software.amazon.awscdk.App;

/** The CDK app's entry point, called by the cdk CLI through cdk.json. */
public final class ColdbenchApp {
  private ColdbenchApp() {}

  public static void main(String[] args) {
    new App().synth();
  }
}
