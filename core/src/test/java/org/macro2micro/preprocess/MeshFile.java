package org.macro2micro.preprocess;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of the face mesh, which is not part of this project: docs/guide.md says how to get it.
 */
public final class MeshFile {
  private static final String PROPERTY = "macro2micro.landmarks";

  private MeshFile() {}

  /** Returns the file; the test that asks is skipped without it. */
  public static Path given() {
    String file = System.getProperty(PROPERTY, "");
    assumeTrue(
        !file.isEmpty(),
        "needs the face mesh: run with -D" + PROPERTY + "=face_landmark.tflite (docs/guide.md)");
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException("-D" + PROPERTY + ": " + path + " is not a file");
    }
    return path;
  }
}
