package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.Video;
import org.macro2micro.dataset.Hostile;
import org.macro2micro.dataset.Trees;

/**
 * Random bytes and damaged copies in place of a clip's images and videos: decoding ends with pixels
 * or a {@link PreparationException}; any other throwable, and a crash of the JVM, fails the test.
 * The time limit is a guard against hanging, for all tries of a test together.
 */
@Timeout(100)
class HostileFramesTest {
  private static final int TRIES = 120;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"png, 21", "jpg, 22", "bmp, 23", "tiff, 25"})
  void anyBytesAsAnImage(String format, long seed) throws Exception {
    Path file = Pictures.write(folder.resolve("a." + format), 64, 48, Pictures.texture(0, 0));
    int[] ends = attack(file, new Frames(Frames.Content.FACE, List.of(file)), seed);
    assertThat(ends[0]).as("refused").isPositive();
  }

  @Test
  void anyBytesAsAVideo() throws Exception {
    Path file = Trees.video(folder.resolve("a.avi"), 64, 48, 6);
    Video video = new Video(file, 6, Video.Part.LEFT, Video.Turn.CLOCKWISE);
    int[] ends = attack(file, Frames.of(video), 24);
    assertThat(ends[0]).as("refused").isPositive();
    assertThat(ends[1]).as("decoded").isPositive();
  }

  private static int[] attack(Path file, Frames frames, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] sound = Files.readAllBytes(file);
    int[] ends = new int[2];
    for (int t = 0; t < TRIES; t++) {
      Files.write(file, t % 2 == 0 ? Hostile.noise(sound, random) : Hostile.mutated(sound, random));
      try {
        new FrameDecoder(Pictures.ID)
            .decode(
                frames,
                new TreeSet<>(List.of(0, frames.count() - 1)),
                (position, picture) ->
                    assertThat(FrameDecoder.colour(picture, 16, false))
                        .hasSize(3 * 256)
                        .doesNotContain(Float.NaN));
        ends[1]++;
      } catch (PreparationException e) {
        assertThat(e).hasMessageContaining(file.toString()).hasMessageContaining("clip");
        ends[0]++;
      }
    }
    return ends;
  }
}
