package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.Video;

/**
 * Clips that belong to no database: folders of frames, videos, and lists of both. A clip is "own/
 * FOLDER/NAME", its onset the first frame, its offset the last, its apex not annotated.
 */
public final class OwnClips {
  private static final String DATABASE = "own";
  private static final Set<String> VIDEOS =
      Set.of("avi", "mp4", "m4v", "mov", "mpg", "mpeg", "mkv", "webm");
  private static final Set<String> LISTS = Set.of("txt", "lst");

  private OwnClips() {}

  /**
   * The clips that were given, in order.
   *
   * @param clips in the order given
   * @param paths of each, a folder or a video
   * @param problems what was left out or passed over
   */
  public record Found(List<Clip> clips, Map<ClipId, Path> paths, List<Problem> problems) {
    public Found {
      clips = List.copyOf(clips);
      paths = Map.copyOf(paths);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads what was given: a folder of frames is a clip; a folder without frames holds clips; a
   * video is a clip; a text file names others, one on each line, relative to its own folder.
   *
   * @throws IOException if a path leads nowhere, or a list or folder can't be read
   */
  public static Found read(List<Path> given) throws IOException {
    Map<ClipId, Path> paths = new HashMap<>();
    List<Clip> clips = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path path : media(given)) {
      ClipId id = id(path, paths.keySet());
      try {
        clips.add(clip(id, path, problems));
        paths.put(id, path);
      } catch (UnusableClipException e) {
        problems.add(new Problem(id.toString(), e.problem(), Problem.Action.LEFT_OUT));
      }
    }
    return new Found(clips, paths, problems);
  }

  /**
   * The folders of frames and the videos behind what was given; see {@link #read}.
   *
   * @throws IOException as {@link #read}
   */
  public static List<Path> media(List<Path> given) throws IOException {
    List<Path> media = new ArrayList<>();
    for (Path path : given) {
      add(path, media);
    }
    return media;
  }

  /**
   * The images of a folder of frames, in the order of the last numbers in their names; empty for a
   * video.
   *
   * @throws IOException if the folder can't be read
   */
  public static List<Path> frames(Path media) throws IOException {
    return Files.isDirectory(media) ? FrameFiles.of(media).files() : List.of();
  }

  private static void add(Path path, List<Path> media) throws IOException {
    if (Files.isDirectory(path)) {
      if (FrameFiles.of(path).count() > 0) {
        media.add(path);
        return;
      }
      int before = media.size();
      Listing inside = Listing.of(path);
      for (Path folder : inside.folders()) {
        if (FrameFiles.of(folder).count() > 0) {
          media.add(folder);
        }
      }
      inside.files().stream().filter(file -> VIDEOS.contains(ending(file))).forEach(media::add);
      if (media.size() == before) {
        throw new IOException(
            "folder %s: found no frames, no folders of frames and no videos in it; frames are jpg, png or bmp with a number in their names"
                .formatted(path));
      }
    } else if (!Files.exists(path)) {
      throw new IOException(
          "%s: no such file or folder; expected a folder of frames, a video, or a list of them"
              .formatted(path));
    } else if (LISTS.contains(ending(path))) {
      for (String line : Files.readAllLines(path)) {
        if (!line.isBlank()) {
          add(path.resolveSibling(line.strip()), media);
        }
      }
    } else {
      media.add(path);
    }
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static ClipId id(Path path, Set<ClipId> taken) {
    Path whole = path.toAbsolutePath().normalize();
    Path parent = whole.getParent();
    String folder =
        parent == null || parent.getFileName() == null ? "-" : parent.getFileName().toString();
    String name = whole.getFileName() == null ? "-" : whole.getFileName().toString();
    ClipId id = ClipId.of(DATABASE, folder, name);
    for (int i = 2; taken.contains(id); i++) {
      id = ClipId.of(DATABASE, folder, name + " (" + i + ")");
    }
    return id;
  }

  private static Clip clip(ClipId id, Path path, List<Problem> problems)
      throws IOException, UnusableClipException {
    if (!Files.isDirectory(path)) {
      int frames = VideoFile.of(path, false).frames();
      Video video = new Video(path, frames, Video.Part.WHOLE, Video.Turn.NONE);
      return new Clip(id, Frames.of(video), 0, OptionalInt.empty(), frames - 1);
    }
    FrameFiles files = FrameFiles.of(path);
    files
        .oddities()
        .forEach(odd -> problems.add(new Problem(id.toString(), odd, Problem.Action.NOTED)));
    int last = files.count() - 1;
    Optional<String> problem = files.problem(0, last / 2, last);
    if (problem.isPresent()) {
      throw new UnusableClipException(problem.get());
    }
    Frames frames = new Frames(Frames.Content.FACE, files.files());
    return new Clip(id, frames, 0, OptionalInt.empty(), last);
  }
}
