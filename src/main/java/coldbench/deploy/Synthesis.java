package coldbench.deploy;

import java.nio.file.Path;

/**
 * What was synthesized.
 *
 * @param assembly the folder of the cloud assembly, with its manifest.json
 */
public record Synthesis(Path assembly, String stackName) {}
