package coldbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.IVersionProvider;

/**
 * The tool's name and version, as both builds have it: it stands in {@code parent/pom.xml} only.
 */
final class ToolVersion implements IVersionProvider {
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>coldbench-parent</artifactId>\\s*<version>([^<]+)</version>");

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {of(Home.fromSystemProperties())};
  }

  /** For example {@code coldbench 0.1.0}. */
  static String of(Home home) throws IOException {
    Path pom = home.folder().resolve("parent/pom.xml");
    Matcher version = VERSION.matcher(Files.readString(pom));
    if (!version.find()) {
      throw new IOException(pom + " has no version, expected one of coldbench-parent");
    }
    return "coldbench " + version.group(1);
  }
}
