package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  private static final String ALONE =
      ": a micro-expression is a movement; expected the frames from the neutral face to its return.";

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
   * Reads what was given: a folder of frames is a clip; a folder without frames holds clips, at
   * most four levels below; a video is a clip; a text file names others, one on each line, relative
   * to its own folder. A line that begins with # is a comment unless there is such a path.
   *
   * @throws IOException if a path leads nowhere, a list or folder can't be read, or a list names
   *     itself
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
    return GivenMedia.of(given);
  }

  /**
   * The images of a folder of frames, in the order of the number in their names that varies; empty
   * for a video.
   *
   * @throws IOException if the folder can't be read, or the names don't tell the order
   */
  public static List<Path> frames(Path media) throws IOException {
    if (!Files.isDirectory(media)) {
      return List.of();
    }
    try {
      return FrameFiles.of(media).files();
    } catch (UnusableClipException e) {
      throw new IOException(e.problem(), e);
    }
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
      if (ImageFile.hasImageName(path)) {
        throw new UnusableClipException(
            path + " is one image" + ALONE + " Give the folder of its frames.");
      }
      int frames = VideoFile.of(path, false).frames();
      if (frames == 1) {
        throw new UnusableClipException("video " + path + " has one frame" + ALONE);
      }
      Video video = new Video(path, frames, Video.Part.WHOLE, Video.Turn.NONE);
      return new Clip(id, Frames.of(video), 0, OptionalInt.empty(), frames - 1);
    }
    FrameFiles files = FrameFiles.of(path);
    files
        .oddities()
        .forEach(odd -> problems.add(new Problem(id.toString(), odd, Problem.Action.NOTED)));
    if (files.count() == 1) {
      throw new UnusableClipException("folder " + path + " has one frame" + ALONE);
    }
    int last = files.count() - 1;
    Optional<String> problem = files.problem(0, last / 2, last);
    if (problem.isPresent()) {
      throw new UnusableClipException(problem.get());
    }
    Frames frames = new Frames(Frames.Content.FACE, files.files());
    return new Clip(id, frames, 0, OptionalInt.empty(), last);
  }
}
