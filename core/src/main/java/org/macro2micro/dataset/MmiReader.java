package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.Annotation;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.clip.Video;
import org.macro2micro.clip.Video.Part;
import org.macro2micro.clip.Video.Turn;
import org.macro2micro.dataset.Problem.Action;

/**
 * MMI: videos of posed expressions from the neutral face to the peak and back. Only the six
 * emotions are read, and only frontal views: of videos that show both views side by side the left
 * half. The apex is not annotated.
 *
 * <p>Some frontal videos whose action units were not coded lie on their side. Such a video is
 * turned the way in which a face is found in its first frame; where none is found it is used as it
 * stands and listed. Sessions that take no part by this rule are counted in a note a reason.
 */
public final class MmiReader implements ClipReader {
  /** The database's short name. */
  public static final String DATABASE = "mmi";

  private static final int DEPTH = 3;
  private static final int NAMED_IN_NOTE = 3;
  private static final String SESSIONS = "sessions";

  /** The reasons for which a sound session takes no part. */
  private enum Reason {
    OTHER_TASK("show another task than the six emotions"),
    PROFILE("show the face from the side only");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }

  @Override
  public String database() {
    return DATABASE;
  }

  @Override
  public Inventory read(Path folder) throws DatasetException {
    List<Problem> problems = new ArrayList<>();
    List<LabelledClip> clips = new ArrayList<>();
    for (MmiSession session : sessions(folder, problems).values()) {
      List<Problem> notes = new ArrayList<>();
      try {
        Clip clip = clip(session, notes);
        clips.add(new LabelledClip(clip, annotation(session, notes)));
        problems.addAll(notes);
      } catch (UnusableClipException e) {
        problems.add(new Problem(session.id().toString(), e.problem(), Action.LEFT_OUT));
      }
    }
    return new Inventory(DATABASE, folder, new Corpus(clips), problems);
  }

  @Override
  public Inventory readLabels(Path folder) throws DatasetException {
    List<Problem> problems = new ArrayList<>();
    SortedMap<ClipId, Annotation> annotations = new TreeMap<>();
    sessions(folder, problems)
        .forEach((id, session) -> annotations.put(id, annotation(session, problems)));
    return Inventory.ofAnnotations(DATABASE, folder, annotations, problems);
  }

  private static Annotation annotation(MmiSession session, List<Problem> problems) {
    return new Annotation(session.emotion().orElseThrow(), session.units(problems));
  }

  /** The sessions that take part by their XML. */
  private static SortedMap<ClipId, MmiSession> sessions(Path folder, List<Problem> problems)
      throws DatasetException {
    FolderSearch.requireFolder(DATABASE, folder);
    SortedMap<ClipId, MmiSession> sessions = new TreeMap<>();
    Map<Reason, List<String>> others = new LinkedHashMap<>();
    int all = 0;
    for (Path place : FolderSearch.children(root(folder))) {
      String name = DATABASE + " session " + Listing.nameOf(place);
      try {
        Optional<MmiSession> found = MmiSession.read(place);
        if (found.isEmpty()) {
          continue;
        }
        all++;
        MmiSession session = found.get();
        name = session.id().toString();
        Optional<Reason> reason = reason(session);
        if (reason.isPresent()) {
          others.computeIfAbsent(reason.get(), r -> new ArrayList<>()).add(session.id().name());
          continue;
        }
        MmiSession first = sessions.putIfAbsent(session.id(), session);
        if (first != null) {
          throw new UnusableClipException(
              "folder " + place + " shows the clip again: " + first.folder() + " is used");
        }
      } catch (UnusableClipException e) {
        problems.add(new Problem(name, e.problem(), Action.LEFT_OUT));
      } catch (IOException e) {
        problems.add(new Problem(name, "its files can't be read: " + e, Action.LEFT_OUT));
      }
    }
    int sound = all;
    others.forEach((reason, names) -> problems.add(note(reason, names, sound)));
    return sessions;
  }

  private static Optional<Reason> reason(MmiSession session) {
    if (session.emotion().isEmpty()) {
      return Optional.of(Reason.OTHER_TASK);
    }
    return session.view() == MmiSession.View.PROFILE
        ? Optional.of(Reason.PROFILE)
        : Optional.empty();
  }

  private static Problem note(Reason reason, List<String> names, int all) {
    int named = Math.min(NAMED_IN_NOTE, names.size());
    return new Problem(
        DATABASE,
        "%d of %d sessions %s and take no part (%s%s)"
            .formatted(
                names.size(),
                all,
                reason.words,
                String.join(", ", names.subList(0, named)),
                named < names.size() ? ", ..." : ""),
        Action.NOTED);
  }

  /** Takes the whole video; it is cut at the apex if the apex is spotted. */
  private static Clip clip(MmiSession session, List<Problem> notes) throws UnusableClipException {
    Path file =
        session
            .video()
            .orElseThrow(
                () ->
                    new UnusableClipException(
                        "folder "
                            + session.folder()
                            + " has no avi, mpg, mpeg or mp4 of its name"));
    boolean mayLie = session.view() == MmiSession.View.FRONTAL && session.codes().isEmpty();
    VideoFile seen = VideoFile.of(file, mayLie);
    if (seen.frames() == 1) {
      throw new UnusableClipException(
          "video " + file + " has one frame: an expression is a movement; expected at least 2");
    }
    Turn turn = seen.turn().orElse(Turn.NONE);
    if (mayLie && seen.turn().isEmpty()) {
      notes.add(
          new Problem(
              session.id().toString(),
              "video "
                  + file
                  + " has no coded action units and may lie on its side, and no upright face is found"
                  + " in its first frame: it is used as it stands",
              Action.NOTED));
    } else if (turn != Turn.NONE) {
      notes.add(
          new Problem(
              session.id().toString(),
              "video " + file + " lies on its side: it is turned by 90 degrees " + words(turn),
              Action.CORRECTED));
    }
    Part part = session.view() == MmiSession.View.BOTH ? Part.LEFT : Part.WHOLE;
    Frames frames = Frames.of(new Video(file, seen.frames(), part, turn));
    return new Clip(session.id(), frames, 0, OptionalInt.empty(), seen.frames() - 1);
  }

  private static String words(Turn turn) {
    return turn == Turn.CLOCKWISE ? "clockwise" : "counterclockwise";
  }

  private static Path root(Path folder) throws DatasetException {
    for (Path start :
        FolderSearch.starts(folder, f -> FolderSearch.plain(f).equals(SESSIONS) || isSession(f))) {
      for (Path place : FolderSearch.below(start, DEPTH, MmiReader::isSession)) {
        if (FolderSearch.children(place).stream().anyMatch(MmiReader::isSession)) {
          return place;
        }
      }
    }
    throw new DatasetException(
        "mmi: the sessions are missing",
        folder,
        "a folder Sessions with 1, 2, ... in it and session.xml in each, here or up to 3 folders"
            + " below",
        "Unpack the download into this folder.");
  }

  private static boolean isSession(Path folder) {
    return FolderSearch.listingOrNothing(folder).file("session.xml").isPresent();
  }
}
