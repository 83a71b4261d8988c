package org.macro2micro.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Corpus;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.dataset.Problem.Action;

/**
 * SMIC: spontaneous micro-expressions under one of three cameras. No apex is annotated.
 *
 * <p>The cropped form, {@code HS/s1/micro/negative/s1_ne_01/reg_image0001.bmp}, is read where it is
 * found; else the long form, {@code HS_long/SMIC_HS_E/s01/s01_ne_01} with a sheet of onsets and
 * offsets. Whichever camera is read, people and clips have the names of {@code smic}: the people
 * before the cameras are the same.
 */
public final class SmicReader implements ClipReader {
  /** The name of the database, and of its high-speed part. */
  public static final String DATABASE = "smic";

  private final Camera camera;

  /** The cameras. */
  public enum Camera {
    /** High speed, 100 frames a second: 164 clips of 16 people. */
    HS("smic", 164, 16),
    /** Visible light, 25 frames a second: 71 clips of 8 people. */
    VIS("smic-vis", 71, 8),
    /** Near infrared, 25 frames a second: 71 clips of 8 people. */
    NIR("smic-nir", 71, 8);

    private final String shortName;
    private final int clips;
    private final int subjects;

    Camera(String shortName, int clips, int subjects) {
      this.shortName = shortName;
      this.clips = clips;
      this.subjects = subjects;
    }

    /** The part's name on the command line. */
    public String shortName() {
      return shortName;
    }

    /** The camera in lower case, as in {@link FolderSearch#plain(String) plain} folder names. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Makes a reader of one camera's part. */
  public SmicReader(Camera camera) {
    this.camera = camera;
  }

  @Override
  public String database() {
    return camera.shortName();
  }

  @Override
  public Inventory read(Path folder) throws DatasetException {
    List<Problem> problems = new ArrayList<>();
    Optional<Path> cropped = SmicFolders.cropped(camera, folder);
    List<LabelledClip> clips;
    if (cropped.isPresent()) {
      clips = SmicCropped.read(cropped.get(), problems).withFrames();
    } else {
      SheetFiles sheets = SmicFolders.sheets(camera, folder);
      problems.addAll(sheets.notes(database()));
      Path frames = SmicFolders.longFrames(camera, folder);
      SubjectFolders folders = SubjectFolders.of(DATABASE, frames);
      clips = SmicLong.read(sheets.used(), problems).withFrames(folders);
    }
    Corpus corpus = new Corpus(clips);
    noteMissing(corpus.labels(), problems);
    return new Inventory(database(), folder, corpus, problems);
  }

  @Override
  public Inventory readLabels(Path folder) throws DatasetException {
    List<Problem> problems = new ArrayList<>();
    Optional<Path> cropped = SmicFolders.cropped(camera, folder);
    SortedMap<ClipId, Emotion> labels;
    if (cropped.isPresent()) {
      labels = SmicCropped.read(cropped.get(), problems).labels();
    } else {
      SheetFiles sheets = SmicFolders.sheets(camera, folder);
      problems.addAll(sheets.notes(database()));
      labels = SmicLong.read(sheets.used(), problems).labels();
    }
    noteMissing(labels, problems);
    return Inventory.ofLabels(database(), folder, labels, problems);
  }

  /**
   * Some copies in circulation lack a few clips. If only a few people are there, this is taken for
   * the user's own choice.
   */
  private void noteMissing(SortedMap<ClipId, Emotion> labels, List<Problem> problems) {
    long people = labels.keySet().stream().map(ClipId::subject).distinct().count();
    int missing = camera.clips - labels.size();
    if (people == camera.subjects && missing > 0) {
      problems.add(
          new Problem(
              database(),
              "%d clips of all %d people: the full database has %d, this copy lacks %d"
                  .formatted(labels.size(), people, camera.clips, missing),
              Action.NOTED));
    }
  }
}
