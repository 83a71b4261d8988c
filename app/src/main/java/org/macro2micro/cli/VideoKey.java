package org.macro2micro.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.macro2micro.base.Sha256;

/** Says of a clip or video where its results lie, and what they depend on. */
final class VideoKey {
  private static final int MARK = 12;
  private static final int MOST_LETTERS = 60;

  private VideoKey() {}

  /**
   * A name for the folder of its results: the video's own, and a mark that tells videos of the same
   * name apart.
   *
   * @param media whole path
   */
  static String folder(Path media) {
    String name = String.valueOf(media.getFileName()).replaceAll("[^\\p{L}\\p{N}._-]", "_");
    String cut = name.substring(0, Math.min(name.length(), MOST_LETTERS));
    return cut + "-" + Sha256.hex(media.toString()).substring(0, MARK);
  }

  /**
   * A digest of all that determines the results. A file counts by its path, size and time: reading
   * all videos to find out that nothing is left to do would take as long as copying them.
   *
   * @param settings stands for all but the video
   */
  static String of(String settings, Path media) throws IOException {
    Sha256 digest = new Sha256().add(settings).add(media.toString());
    for (Path file : files(media)) {
      digest.add(
          "%s %d %s"
              .formatted(
                  file.getFileName(),
                  Files.size(file),
                  Files.getLastModifiedTime(file).toString()));
    }
    return digest.hex();
  }

  private static List<Path> files(Path media) throws IOException {
    if (!Files.isDirectory(media)) {
      return List.of(media);
    }
    try (Stream<Path> files = Files.list(media)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
