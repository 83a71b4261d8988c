package org.macro2micro.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.experiment.Row;
import org.macro2micro.method.FitContext;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.method.Method;
import org.macro2micro.method.Recognizer;
import org.macro2micro.method.TrainingData;
import org.macro2micro.method.WorkStore;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.Example;
import org.macro2micro.train.TrainListener;

/**
 * A database of ten times CASME II's clips is prepared, trained on and predicted in a heap that a
 * tenth of its pixels would fill.
 */
class BoundedMemoryTest {
  private static final int CLIPS = 10 * 255;
  private static final int SIDE = 48;
  private static final int FRAMES = 8;
  private static final int HEAP_MB = 48;
  private static final long BYTES_OF_A_CLIP = 4L * 3 * SIDE * SIDE * FRAMES;

  @TempDir Path folder;

  /** Prepares, trains an epoch, predicts; ends with an error where memory is short. */
  static final class Work {
    private Work() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = Path.of(arguments[0]);
      ExperimentFile file =
          ExperimentFile.parse(
              "bounded",
              """
              micro: {lab: {subjects: 3, clips: 4, frames: 4, size: 32}}
              rows: [c]
              preprocess: {size: %d, frames: %d}
              methods:
                macro-to-micro:
                  network: {width: 2}
                  init: {from: random}
                  phases: {micro: {epochs: 1, batch: 32}}
                  gradient-norms-every: 0
              """
                  .formatted(SIDE, FRAMES),
              List.of("memory-mib=" + arguments[1]));
      Row row = file.settings().rows().get(0);
      PreprocessSettings preparation = file.settings().blockOf(row).preprocess();
      List<Clip> clips = clips(folder);
      PreparedClips prepared =
          PreparedClips.prepare(
              clips,
              preparation,
              folder.resolve("cache"),
              file.settings().memoryMib(),
              (done, all) -> {});
      List<Example> examples = new ArrayList<>();
      for (Clip clip : clips) {
        examples.add(new Example(clip.id(), examples.size() % 2));
      }
      LabelledExamples labelled =
          new LabelledExamples(examples, List.of("a", "b"), prepared::get, prepared.digest());
      Method method = RowMethods.of(file.settings(), List.of(row)).of(row);
      SeedPath seed = SeedPath.root(1);
      FitContext context =
          new FitContext(seed, seed.child("fold"), WorkStore.none(), TrainListener.silent());
      try (Recognizer recognizer = method.fit(TrainingData.of(labelled), context)) {
        System.out.println(recognizer.predict(prepared.ids(), prepared::get).size());
      }
    }

    /** Clips that all have the same frames; what is held of them is held for each. */
    private static List<Clip> clips(Path folder) throws IOException {
      List<Path> files = new ArrayList<>();
      for (int i = 0; i < FRAMES; i++) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int k = 0; k < SIDE; k++) {
          image.setRGB(k, (k * 7 + i) % SIDE, 0xffffff);
        }
        Path file = folder.resolve("frame%d.png".formatted(i));
        ImageIO.write(image, "png", file.toFile());
        files.add(file);
      }
      List<Clip> clips = new ArrayList<>();
      for (int i = 0; i < CLIPS; i++) {
        ClipId id = ClipId.of("casme2", "sub%03d".formatted(i / 10), "EP" + i);
        clips.add(
            new Clip(
                id,
                new Frames(Frames.Content.FACE, files),
                0,
                OptionalInt.of(FRAMES / 2),
                FRAMES - 1));
      }
      return clips;
    }
  }

  @Test
  void aTenthWouldFillTheHeapYetAllAreLearntFrom() throws Exception {
    assertThat(CLIPS / 10 * BYTES_OF_A_CLIP).isGreaterThan(HEAP_MB << 20);
    assertThat(work(8)).endsWith(CLIPS + "\n");
    // Where the bound is beyond the heap the same work ends in want of memory: it is the bound that
    // counts.
    assertThat(work(4096)).contains("OutOfMemoryError");
  }

  private String work(int memoryMib) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + HEAP_MB + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dai.djl.offline=true",
            "-Dai.djl.pytorch.num_threads=1",
            "-cp",
            System.getProperty("java.class.path"),
            Work.class.getName(),
            folder.toString(),
            String.valueOf(memoryMib));
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
