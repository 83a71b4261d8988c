package org.macro2micro.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.macro2micro.base.FolderTree;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;
import org.macro2micro.config.ExperimentFile;
import org.macro2micro.config.SettingsException;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.preprocess.VideoClips;
import org.macro2micro.seed.SeedPath;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A clip of 64 frames of 280x340, as CASME II has them, from its files to pixels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PreparationBenchmark { // not final: JMH derives from it
  private static final int FRAMES = 64;
  private static final Map<String, List<String>> WAYS =
      Map.of(
          "linear", List.of(),
          "tim", List.of("preprocess.interpolation=tim"),
          "flow", List.of("preprocess.input=flow", "preprocess.size=28", "preprocess.frames=2"),
          "magnified", List.of("preprocess.magnification=4"),
          "eulerian", List.of("preprocess.eulerian={alpha: 10, lambda: 16, r1: 0.4, r2: 0.05}"));

  /** What differs from the defaults, which are 16 frames of 112x112, mixed of neighbours. */
  @Param({"linear", "tim", "flow", "magnified", "eulerian"})
  String way = "linear";

  private List<Clip> clips = List.of();
  private Optional<PreprocessSettings> settings = Optional.empty();
  private Optional<Path> folder = Optional.empty();

  @Setup(Level.Trial)
  public void draw() throws IOException, SettingsException {
    List<String> set = new ArrayList<>(WAYS.getOrDefault(way, List.of()));
    settings =
        Optional.of(ExperimentFile.parse("bench", "title: bench", set).settings().preprocess());
    Path files = Files.createTempDirectory("preparation");
    folder = Optional.of(files);
    RandomGenerator random = SeedPath.root(1).random();
    List<Path> frames = new ArrayList<>();
    for (int t = 0; t < FRAMES; t++) {
      BufferedImage image = new BufferedImage(280, 340, BufferedImage.TYPE_INT_RGB);
      for (int i = 0; i < 400; i++) {
        int x = random.nextInt(272);
        int y = random.nextInt(332);
        image.getGraphics().fillRect(x, y, 8, 8);
      }
      Path file = files.resolve("%03d.jpg".formatted(t));
      ImageIO.write(image, "jpg", file.toFile());
      frames.add(file);
    }
    clips =
        List.of(
            new Clip(
                NoiseClips.id(0),
                new Frames(Frames.Content.FACE, frames),
                0,
                OptionalInt.of(FRAMES / 2),
                FRAMES - 1));
  }

  @Benchmark
  public List<PreparedClip> prepared() {
    List<PreparedClip> all = new ArrayList<>();
    PreparedClips.each(
        clips,
        settings.orElseThrow(),
        Optional.empty(),
        new VideoClips.Sink() {
          @Override
          public void prepared(Clip clip, PreparedClip pixels) {
            all.add(pixels);
          }

          @Override
          public void unusable(Clip clip, String problem) {
            throw new IllegalStateException(problem);
          }
        });
    return all;
  }

  @TearDown(Level.Trial)
  public void delete() throws IOException {
    FolderTree.delete(folder.orElseThrow());
  }
}
