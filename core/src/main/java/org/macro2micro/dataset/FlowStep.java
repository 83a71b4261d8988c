package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;

/**
 * The flow images of one step, the rise or the fall: {@code casme2/sub01_EP02_01f.png}.
 *
 * @param folder the step's folder
 * @param images the images by database and {@link #key key}
 */
record FlowStep(Path folder, Map<String, Path> images) {
  static FlowStep of(Path folder) throws DatasetException {
    Map<String, Path> images = new LinkedHashMap<>();
    for (Path database : FolderSearch.listing(FlowImageReader.DATABASE, folder).folders()) {
      String name = Listing.nameOf(database).strip().toLowerCase(Locale.ROOT);
      for (Path file : FolderSearch.listing(FlowImageReader.DATABASE, database).files()) {
        if (ImageFile.hasImageName(file)) {
          images.putIfAbsent(key(name, ImageFile.stem(file)), file);
        }
      }
    }
    return new FlowStep(folder, images);
  }

  /** The image of a clip. */
  Path image(ClipId id) throws UnusableClipException {
    Path image = images.get(key(id));
    if (image == null) {
      throw new UnusableClipException(
          "image %s.png is missing in %s/%s".formatted(stem(id), folder, id.subject().database()));
    }
    return image;
  }

  /** Number of images that belong to none of these clips. */
  int countBut(Collection<ClipId> clips) {
    long used = clips.stream().filter(id -> images.containsKey(key(id))).count();
    return (int) (images.size() - used);
  }

  /**
   * A clip of flow images: the rise, whose image is taken for the apex, and the fall where there is
   * one.
   *
   * @throws UnusableClipException if an image's header is unsound
   */
  static Clip clip(ClipId id, List<Path> files) throws UnusableClipException {
    Optional<String> damage =
        files.stream().flatMap(file -> ImageFile.problem(file).stream()).findFirst();
    if (damage.isPresent()) {
      throw new UnusableClipException(damage.get());
    }
    Frames frames = new Frames(Frames.Content.FLOW, files);
    return new Clip(id, frames, 0, OptionalInt.of(0), files.size() - 1);
  }

  private static String stem(ClipId id) {
    return id.subject().id() + "_" + id.name();
  }

  private static String key(ClipId id) {
    return key(id.subject().database(), stem(id));
  }

  /** Database and file name with the names of people and clips in their one form. */
  private static String key(String database, String stem) {
    int underscore = Math.max(0, stem.indexOf('_'));
    String head = stem.substring(0, underscore);
    String plain =
        MicroNames.subject(database, head)
            .map(s -> s + "_" + MicroNames.clip(database, s, stem.substring(underscore + 1)))
            .orElse(stem);
    return database + "/" + plain.toLowerCase(Locale.ROOT);
  }
}
