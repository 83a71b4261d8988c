package org.macro2micro.lab;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.macro2micro.base.Progress;
import org.macro2micro.clip.FaceEvent;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.film.FilmPlan;
import org.macro2micro.lab.film.FilmSettings;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.video.VideoWriter;

/**
 * Writes long videos, {@code video001.avi} and so on, and {@value #TRUTH} beside them: one row for
 * each event, with the columns {@code video} (the file's name), {@code onset}, {@code apex}, {@code
 * offset} (frames from 0), {@code kind} and {@code label}. A video in which nothing happens has one
 * row with its name alone. Only the current frame of each is held.
 */
public final class LabFilms {
  /** The name of the file that lists what happens in the videos. */
  public static final String TRUTH = "truth.csv";

  private static final int THREADS = 2;

  private LabFilms() {}

  /**
   * Writes the videos; the folder then holds all of them, or nothing.
   *
   * @param folder must not exist, or be empty
   * @param progress is told of each video
   * @throws IOException if the folder holds something, or can't be written
   * @throws IllegalArgumentException if more is to happen than a video has time for
   */
  public static void write(FilmSettings settings, Path folder, Progress progress)
      throws IOException {
    List<FilmPlan> plans = new ArrayList<>();
    for (int i = 0; i < settings.videos(); i++) {
      plans.add(FilmPlan.of(settings, i));
    }
    WholeFolder.write(
        folder,
        building -> {
          List<Callable<Path>> pieces = new ArrayList<>();
          for (int i = 0; i < plans.size(); i++) {
            int index = i;
            pieces.add(() -> film(settings, index, plans.get(index), building));
          }
          WholeFolder.inParallel(pieces, THREADS, building, progress);
          truth(settings, plans, building.resolve(TRUTH));
        });
  }

  private static Path film(FilmSettings settings, int index, FilmPlan plan, Path folder)
      throws IOException {
    LabSettings pictures = settings.pictures();
    String name = settings.name(index);
    CastClip cast = new CastClip(name, name, Optional.empty(), settings.frames());
    FrameRenderer renderer = FrameRenderer.of(pictures, cast);
    RandomGenerator noise = settings.videoSeed(index).child("noise").random();
    Path file = folder.resolve(name + ".avi");
    double rate = settings.framesPerSecond();
    try (VideoWriter video = VideoWriter.open(file, settings.width(), settings.height(), rate)) {
      for (int i = 0; i < settings.frames(); i++) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("lab: interrupted while writing " + file);
        }
        video.add(renderer.render(plan.at(i / rate), noise));
      }
    }
    return file;
  }

  private static void truth(FilmSettings settings, List<FilmPlan> plans, Path file)
      throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord("video", "onset", "apex", "offset", "kind", "label");
      for (int i = 0; i < plans.size(); i++) {
        if (plans.get(i).truth().isEmpty()) {
          csv.writeRecord(settings.name(i) + ".avi", "", "", "", "", "");
        }
        for (FaceEvent event : plans.get(i).truth()) {
          csv.writeRecord(
              settings.name(i) + ".avi",
              String.valueOf(event.onset()),
              String.valueOf(event.apex()),
              String.valueOf(event.offset()),
              event.kind().word(),
              event.label());
        }
      }
    }
  }
}
