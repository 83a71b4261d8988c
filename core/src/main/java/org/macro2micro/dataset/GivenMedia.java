package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.macro2micro.base.TextFile;

/**
 * Finds the folders of frames and the videos behind what a user gives: such a folder, a folder of
 * such folders, a video, or a text file that lists any of these.
 */
final class GivenMedia {
  private static final Set<String> VIDEOS =
      Set.of("avi", "mp4", "m4v", "mov", "mpg", "mpeg", "mkv", "webm");
  private static final Set<String> LISTS = Set.of("txt", "lst");

  /** Clips may lie in folders of days in folders of people, and one level more. */
  private static final int DEPTH = 4;

  private static final int MOST_FOLDERS = 20_000;
  private static final int MOST_LISTS = 1_000;
  private static final int MOST_MEGABYTES = 16;

  private final List<Path> found = new ArrayList<>();
  private final Deque<Path> openLists = new ArrayDeque<>();
  private int lists;
  private int folders;

  private GivenMedia() {}

  /**
   * Finds them, in the order given.
   *
   * @throws IOException if a path leads nowhere, a folder holds nothing that is read, or a list
   *     can't be read or names itself
   */
  static List<Path> of(List<Path> given) throws IOException {
    GivenMedia media = new GivenMedia();
    for (Path path : given) {
      media.add(path);
    }
    return media.found;
  }

  private void add(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else if (!Files.exists(path)) {
      throw new IOException(
          "%s: no such file or folder; expected a folder of frames, a video, or a list of them"
              .formatted(path));
    } else if (LISTS.contains(ending(path))) {
      addList(path);
    } else {
      found.add(path);
    }
  }

  private void addFolder(Path folder) throws IOException {
    if (FrameFiles.isIn(folder)) {
      found.add(folder);
      return;
    }
    int before = found.size();
    Set<Path> entered = new HashSet<>();
    addInside(folder, DEPTH, entered);
    if (found.size() == before) {
      throw new IOException(nothingIn(folder));
    }
  }

  /** A folder behind a link is entered once, so that links in a circle come to an end. */
  private void addInside(Path folder, int depth, Set<Path> entered) throws IOException {
    if (!entered.add(folder.toRealPath())) {
      return;
    }
    folders++;
    if (folders > MOST_FOLDERS) {
      throw new IOException(
          "folder %s: more than %d folders without frames lie around what was given; name the folder of the clips itself"
              .formatted(folder, MOST_FOLDERS));
    }
    Listing inside = Listing.of(folder);
    for (Path inner : inside.folders()) {
      if (FrameFiles.isIn(inner)) {
        found.add(inner);
      } else if (depth > 1) {
        addInside(inner, depth - 1, entered);
      }
    }
    inside.files().stream().filter(file -> VIDEOS.contains(ending(file))).forEach(found::add);
  }

  private static String nothingIn(Path folder) throws IOException {
    List<Path> files = Listing.of(folder).files();
    long images = files.stream().filter(ImageFile::hasImageName).count();
    if (images > 0) {
      return "folder %s: none of its %d images has a number in its name, which says the order of the frames; expected names such as img001.jpg"
          .formatted(folder, images);
    }
    return "folder %s: found no frames, no folders of frames and no videos in it or up to %d levels below; frames are jpg, png, bmp or tif with a number in their names"
        .formatted(folder, DEPTH);
  }

  private void addList(Path list) throws IOException {
    Path real = list.toRealPath();
    if (openLists.contains(real)) {
      throw new IOException(
          "list %s names itself%s; expected the clips' folders or videos, one on each line"
              .formatted(list, openLists.size() == 1 ? "" : " by way of other lists"));
    }
    lists++;
    if (lists > MOST_LISTS) {
      throw new IOException(
          "list %s: more than %d lists name each other; expected the clips themselves"
              .formatted(list, MOST_LISTS));
    }
    TextFile text;
    try {
      text = TextFile.of(list, MOST_MEGABYTES);
    } catch (IOException e) {
      throw new IOException("list %s can't be read: %s".formatted(list, e.getMessage()), e);
    }
    openLists.push(real);
    int number = 0;
    for (String line : text.text().lines().toList()) {
      number++;
      String entry = line.strip().replaceAll("^\\p{Z}+|\\p{Z}+$", "");
      if (!entry.isEmpty()) {
        addEntry(list, number, entry, text.encoding());
      }
    }
    openLists.pop();
  }

  private void addEntry(Path list, int number, String entry, String encoding) throws IOException {
    for (String form : forms(entry)) {
      Path path;
      try {
        path = list.resolveSibling(form);
      } catch (InvalidPathException e) {
        continue;
      }
      if (!form.isEmpty() && Files.exists(path)) {
        add(path);
        return;
      }
    }
    if (!entry.startsWith("#")) {
      throw new IOException(
          "list %s, line %d: there is no file or folder \"%s\" beside the list%s; expected a folder of frames or a video, named from the list's own folder, or # before a comment"
              .formatted(
                  list,
                  number,
                  entry,
                  encoding.equals("UTF-8") ? "" : " (the list was read as " + encoding + ")"));
    }
  }

  /**
   * A line as it stands, and what it may mean: without quotes, without a comment behind it, with
   * the slashes of other systems.
   */
  private static List<String> forms(String entry) {
    List<String> forms = new ArrayList<>(List.of(entry));
    forms.add(unquoted(entry));
    int comment = entry.indexOf(" #");
    if (comment > 0) {
      forms.add(unquoted(entry.substring(0, comment).strip()));
    }
    List.copyOf(forms).forEach(form -> forms.add(form.replace('\\', '/')));
    return forms;
  }

  private static String unquoted(String text) {
    boolean quoted =
        text.length() > 2
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(0) == text.charAt(text.length() - 1);
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  private static String ending(Path file) {
    String name = Listing.nameOf(file).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
