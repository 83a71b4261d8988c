package org.macro2micro.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.Test;

/** In a process of its own, since a library that has been loaded stays. */
class OpenCvStartTest {
  /** Says which libraries it has loaded once it can find faces. */
  static final class Faces {
    public static void main(String[] arguments) {
      OpenCvStart.withoutWindows();
      Loader.load(opencv_objdetect.class);
      try (CascadeClassifier empty = new CascadeClassifier()) {
        System.out.println(empty.empty() + " " + Loader.getLoadedLibraries().keySet());
      }
    }
  }

  @Test
  void facesAreFoundWithoutTheLibraryOfWindows() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Faces.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).startsWith("true ").contains("jniopencv_objdetect");
    assertThat(said).doesNotContain("jniopencv_highgui");
  }
}
