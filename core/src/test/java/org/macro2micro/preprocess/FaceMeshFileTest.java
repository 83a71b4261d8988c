package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the face mesh's file, which is no part of this project. */
class FaceMeshFileTest {
  private static final String SUM =
      "c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1";

  @ParameterizedTest
  @ValueSource(strings = {"docs/guide.md", ".ci/face-mesh"})
  void itIsCutOutOfTheSamePlaceAndHasTheSameSum(String page) throws IOException {
    assertThat(Files.readString(Path.of("..", page)))
        .contains(
            "@mediapipe/face_mesh@0.4.1657299874", "tail -c +2495953", "head -c 1241896", SUM);
  }

  @Test
  void theFileThatTestsUseIsTheOneOfNpm() throws IOException, NoSuchAlgorithmException {
    byte[] file = Files.readAllBytes(MeshFile.given());
    assertThat(file).hasSize(1_241_896);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
        .isEqualTo(SUM);
  }
}
