package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

/**
 * SMIC's cropped form: {@code s1/micro/negative/s1_ne_01}. The folder is the label; beside {@code
 * micro} lies {@code non_micro}, which shows no micro-expressions and isn't read.
 */
final class SmicCropped {
  private static final Map<String, Emotion> LABELS =
      Map.of(
          "negative", Emotion.NEGATIVE,
          "positive", Emotion.POSITIVE,
          "surprise", Emotion.SURPRISE);

  private final SortedMap<ClipId, Emotion> labels = new TreeMap<>();
  private final SortedMap<ClipId, Path> folders = new TreeMap<>();
  private final List<Problem> problems;

  private SmicCropped(List<Problem> problems) {
    this.problems = problems;
  }

  /** Lists the clips' folders; what is wrong is added to {@code problems}. */
  static SmicCropped read(Path root, List<Problem> problems) throws DatasetException {
    SmicCropped clips = new SmicCropped(problems);
    SubjectFolders people = SubjectFolders.of(SmicReader.DATABASE, root);
    people.byName().forEach(clips::readSubject);
    if (clips.labels.isEmpty() && problems.isEmpty()) {
      throw new DatasetException(
          "smic: the people's folders hold no clips: the database is empty",
          root,
          "folders such as s1/micro/negative/s1_ne_01",
          "Unpack the frames again.");
    }
    return clips;
  }

  private void readSubject(String subject, Path folder) {
    Optional<Path> micro = FolderSearch.listingOrNothing(folder).folder(SmicFolders.MICRO);
    if (micro.isEmpty()) {
      leaveOut(SmicReader.DATABASE + "/" + subject, folder + " has no folder micro");
      return;
    }
    for (Path kind : FolderSearch.children(micro.get())) {
      Emotion emotion = LABELS.get(FolderSearch.plain(kind));
      if (emotion == null) {
        leaveOut(
            SmicReader.DATABASE + "/" + subject,
            "folder " + kind + " is not a label: expected negative, positive or surprise");
        continue;
      }
      FolderSearch.children(kind).forEach(clip -> readClip(subject, clip, emotion));
    }
  }

  private void readClip(String subject, Path folder, Emotion emotion) {
    String name = MicroNames.clip(SmicReader.DATABASE, subject, Listing.nameOf(folder));
    ClipId id = ClipId.of(SmicReader.DATABASE, subject, name);
    Path first = folders.get(id);
    if (first != null) {
      leaveOut(id.toString(), "folder " + folder + " shows the clip again: " + first + " is used");
      return;
    }
    Optional<Emotion> named = SmicNames.emotion(name);
    if (named.isPresent() && named.get() != emotion) {
      problems.add(
          new Problem(
              id.toString(),
              "its name says %s, but it lies in %s: the folder's label is used"
                  .formatted(named.get().word(), folder),
              Action.NOTED));
    }
    folders.put(id, folder);
    labels.put(id, emotion);
  }

  private void leaveOut(String what, String problem) {
    problems.add(new Problem(what, problem, Action.LEFT_OUT));
  }

  /** The labels, without a look at the frames. */
  SortedMap<ClipId, Emotion> labels() {
    return labels;
  }

  /** The clips whose frames are sound: a folder is one expression, from onset to offset. */
  List<LabelledClip> withFrames() {
    List<LabelledClip> clips = new ArrayList<>();
    labels.forEach(
        (id, emotion) -> {
          try {
            FrameFiles frames = FrameFiles.of(folders.getOrDefault(id, Path.of("")));
            if (frames.count() < 2) {
              throw new UnusableClipException(
                  "frame folder "
                      + frames.folder()
                      + " has "
                      + frames.count()
                      + " jpg, jpeg, png, bmp, tif or tiff images, expected at least 2");
            }
            FrameSpan span = new FrameSpan(0, OptionalInt.empty(), frames.count() - 1);
            clips.add(new LabelledClip(CodedClips.clip(id, frames, span), emotion));
            problems.addAll(frames.notes(id));
          } catch (UnusableClipException e) {
            leaveOut(id.toString(), e.problem());
          } catch (IOException e) {
            leaveOut(id.toString(), "its files can't be read: " + e);
          }
        });
    return clips;
  }
}
