package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.Video;
import org.macro2micro.clip.Video.Part;
import org.macro2micro.clip.Video.Turn;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.dataset.Trees;

/** Frame i of the videos is black on the left and grey, 40 + 20i, on the right. */
class VideoDecoderTest {
  @TempDir Path temp;
  private Path file;

  @BeforeEach
  void writeAVideo() throws Exception {
    file = Trees.video(temp.resolve("a.avi"), 40, 24, 6);
  }

  @Test
  void onlyTheFramesAskedForAreTakenInOrder() throws Exception {
    List<String> taken = new ArrayList<>();
    decoder(Part.WHOLE, Turn.NONE, 6)
        .decode(
            new TreeSet<>(List.of(4, 0, 3)),
            (position, picture) ->
                taken.add(position + ":" + picture.cols() + "x" + picture.rows()));
    assertThat(taken).containsExactly("0:40x24", "3:40x24", "4:40x24");
  }

  @ParameterizedTest
  @CsvSource({
    "WHOLE, NONE, 40, 24, 2, 12, 0", "WHOLE, NONE, 40, 24, 37, 12, 100",
    "LEFT, NONE, 20, 24, 17, 12, 0", "RIGHT, NONE, 20, 24, 2, 12, 100",
    "WHOLE, CLOCKWISE, 24, 40, 12, 2, 0", "WHOLE, CLOCKWISE, 24, 40, 12, 37, 100",
    "WHOLE, COUNTERCLOCKWISE, 24, 40, 12, 2, 100", "RIGHT, CLOCKWISE, 24, 20, 12, 10, 100"
  })
  void thePartIsCutAndTurned(Part part, Turn turn, int width, int height, int x, int y, int grey)
      throws Exception {
    decoder(part, turn, 6)
        .decode(
            new TreeSet<>(List.of(3)),
            (position, picture) -> {
              assertThat(List.of(picture.cols(), picture.rows())).containsExactly(width, height);
              assertThat(picture.ptr(y, x).get() & 0xff).isCloseTo(grey, within(6));
            });
  }

  @Test
  void aVideoThatGotShorterIsToldWithItsClip() {
    assertThatThrownBy(
            () -> decoder(Part.WHOLE, Turn.NONE, 9).decode(new TreeSet<>(List.of(8)), (p, m) -> {}))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining(Pictures.ID.toString())
        .hasMessageContaining("ends after 6 frames; expected 9");
  }

  @Test
  void aVideoThatIsNoneIsToldWithItsClip() throws Exception {
    Files.writeString(file, "no video");
    assertThatThrownBy(
            () -> decoder(Part.WHOLE, Turn.NONE, 6).decode(new TreeSet<>(List.of(0)), (p, m) -> {}))
        .isInstanceOf(PreparationException.class)
        .hasMessageContaining(Pictures.ID.toString())
        .hasMessageContaining(file.toString());
  }

  @ParameterizedTest
  @CsvSource({"frame, 4", "onset-difference, 4", "flow, 2"})
  void aClipOfAVideoIsPreparedLikeOneOfFiles(String input, int frames) throws Exception {
    PreprocessSettings settings =
        ExperimentFile.parse(
                "test",
                "{}",
                List.of(
                    "preprocess.input=" + input,
                    "preprocess.frames=" + frames,
                    "preprocess.size=16"))
            .settings()
            .preprocess();
    List<Path> files = new ArrayList<>();
    decoder(Part.LEFT, Turn.NONE, 6)
        .decode(
            new TreeSet<>(List.of(0, 1, 2, 3, 4, 5)),
            (position, picture) -> files.add(png(picture, position)));
    ClipPreparation preparation = new ClipPreparation(settings);
    PreparedClip fromFiles = preparation.prepare(clip(new Frames(Frames.Content.FACE, files)));
    Clip video = clip(Frames.of(new Video(file, 6, Part.LEFT, Turn.NONE)));
    PreparedClip fromVideo = preparation.prepare(video);
    assertThat(fromVideo.pixels()).isEqualTo(fromFiles.pixels());
    assertThat(fromVideo.apex()).isEqualTo(fromFiles.apex());
    assertThat(preparation.used(video)).containsExactly(file);
    String key = preparation.key(video);
    assertThat(preparation.key(clip(Frames.of(new Video(file, 6, Part.RIGHT, Turn.NONE)))))
        .isNotEqualTo(key);
    Trees.video(file, 40, 24, 7);
    assertThat(preparation.key(video)).isNotEqualTo(key);
  }

  private Path png(Mat picture, int position) {
    Path png = temp.resolve(position + ".png");
    assertThat(org.bytedeco.opencv.global.opencv_imgcodecs.imwrite(png.toString(), picture))
        .isTrue();
    return png;
  }

  private static Clip clip(Frames frames) {
    return new Clip(Pictures.ID, frames, 0, OptionalInt.empty(), 5);
  }

  private VideoDecoder decoder(Part part, Turn turn, int frames) {
    return new VideoDecoder(Pictures.ID, new Video(file, frames, part, turn));
  }
}
