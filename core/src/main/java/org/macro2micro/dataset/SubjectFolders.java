package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;

/**
 * Frames in a folder for each person with a folder for each clip in it, whichever way their names
 * are written.
 *
 * @param database short name, which settles the ways
 * @param root the folder of the people's folders
 * @param byName the people's folders by their one name
 */
record SubjectFolders(String database, Path root, Map<String, Path> byName) {
  static SubjectFolders of(String database, Path root) throws DatasetException {
    Map<String, Path> folders = new TreeMap<>();
    for (Path folder : FolderSearch.listing(database, root).folders()) {
      MicroNames.subject(database, Listing.nameOf(folder))
          .ifPresent(subject -> folders.putIfAbsent(subject, folder));
    }
    return new SubjectFolders(database, root, folders);
  }

  /** The folders of a person's clips by the clips' one name; none if the person has no folder. */
  Map<String, Path> clips(String subject) throws IOException {
    Map<String, Path> clips = new LinkedHashMap<>();
    Path folder = byName.get(subject);
    if (folder != null) {
      for (Path clip : Listing.of(folder).folders()) {
        clips.putIfAbsent(MicroNames.clip(database, subject, Listing.nameOf(clip)), clip);
      }
    }
    return clips;
  }

  /** The folder of a clip's frames. */
  Path clip(ClipId id) throws IOException, UnusableClipException {
    String subject = id.subject().id();
    Path folder = byName.get(subject);
    if (folder == null) {
      throw new UnusableClipException("subject folder " + root.resolve(subject) + " is missing");
    }
    return Optional.ofNullable(clips(subject).get(id.name()))
        .orElseThrow(
            () ->
                new UnusableClipException(
                    "frame folder " + folder + "/" + id.name() + " is missing"));
  }
}
