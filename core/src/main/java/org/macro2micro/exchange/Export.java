package org.macro2micro.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.macro2micro.base.WholeFile;
import org.macro2micro.report.video.PredictedVideo;

/** Writes what was found in videos for other tools. */
public final class Export {
  private Export() {}

  /**
   * Writes the films, each file whole or not at all; the folder is made.
   *
   * @param films at least one
   * @return the files written, in the order of the films
   * @throws IOException if a file can't be written
   */
  public static List<Path> write(ExportFormat format, List<AnnotatedFilm> films, Path folder)
      throws IOException {
    if (films.isEmpty()) {
      throw new IllegalArgumentException("export: no films; expected at least 1");
    }
    List<Path> written = new ArrayList<>();
    for (Piece piece : format.pieces(films)) {
      Path file = folder.resolve(piece.name());
      WholeFile.write(file, piece.text().getBytes(StandardCharsets.UTF_8));
      written.add(file);
    }
    return written;
  }

  /**
   * Writes predicted videos in the same way.
   *
   * @param videos at least one
   */
  public static List<Path> writePredicted(
      ExportFormat format, List<PredictedVideo> videos, Path folder) throws IOException {
    return write(format, videos.stream().map(AnnotatedFilm::of).toList(), folder);
  }
}
