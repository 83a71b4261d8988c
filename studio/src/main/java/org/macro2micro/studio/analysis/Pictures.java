package org.macro2micro.studio.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.macro2micro.annotate.MovementPictures;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.Video;
import org.macro2micro.drawing.PngImage;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.PreparationException;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.report.video.IntervalPictures;
import org.macro2micro.spot.Spotting;

/** Writes the pictures of a film's movements as files such as {@code 1-onset.png}. */
final class Pictures {
  private Pictures() {}

  /**
   * Takes the pictures and writes them.
   *
   * @return the movement of the last colour by the place of the interval
   */
  static Map<Integer, Double> write(FilmTask task, Spotting spotting)
      throws IOException, PreparationException {
    Map<Integer, Double> most = new HashMap<>();
    if (spotting.intervals().isEmpty()) {
      return most;
    }
    Frames frames =
        Frames.of(new Video(task.film(), spotting.frames(), Video.Part.WHOLE, Video.Turn.NONE));
    Map<Integer, IntervalPictures> taken =
        MovementPictures.of(
            ClipId.of("film", "-", "film"),
            frames,
            spotting.intervals(),
            PreprocessSettings.ofFaces(Align.BOX, null),
            Optional.of(spotting.watched().faces()));
    for (Map.Entry<Integer, IntervalPictures> each : taken.entrySet()) {
      IntervalPictures pictures = each.getValue();
      int number = each.getKey() + 1;
      write(pictures.onset(), task.out().resolve(number + "-onset.png"));
      write(pictures.apex(), task.out().resolve(number + "-apex.png"));
      write(pictures.movement().picture(), task.out().resolve(number + "-movement.png"));
      most.put(each.getKey(), pictures.movement().most());
    }
    return most;
  }

  private static void write(PngImage picture, Path file) throws IOException {
    Files.write(file, Base64.getDecoder().decode(picture.base64()));
  }
}
