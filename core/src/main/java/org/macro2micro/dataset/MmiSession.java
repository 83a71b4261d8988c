package org.macro2micro.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Emotion;
import org.macro2micro.clip.UnitCoding;

/**
 * One folder of MMI: {@code session.xml}, {@code S001-001.xml}, {@code S001-001.avi} and, where the
 * action units were coded, {@code S001-001-oao_aucs.xml}.
 *
 * @param folder where it lies
 * @param id the clip
 * @param view how the face is seen
 * @param emotion what it shows; empty for other tasks and sessions without an emotion
 * @param video the video, empty if there is none
 * @param codes the action units, empty if they were not coded; clips that were stand upright
 */
record MmiSession(
    Path folder,
    ClipId id,
    View view,
    Optional<Emotion> emotion,
    Optional<Path> video,
    Optional<Path> codes) {
  private static final Set<String> VIDEOS = Set.of("avi", "mpg", "mpeg", "mp4");
  private static final Pattern STEM = Pattern.compile("(?i)(S\\d{1,4})-(\\d{1,4})");
  private static final String CODES = "-oao_aucs";

  /** The authors' numbers from 1; larger ones are other tasks. */
  private static final List<Emotion> EMOTIONS =
      List.of(
          Emotion.ANGER,
          Emotion.DISGUST,
          Emotion.FEAR,
          Emotion.HAPPINESS,
          Emotion.SADNESS,
          Emotion.SURPRISE);

  /** How the face is seen; the order is the authors' numbers. */
  enum View {
    /** The face is seen from the front. */
    FRONTAL,
    /** The face is seen from the side. */
    PROFILE,
    /** The face is seen from the front and from the side, in two halves of the picture. */
    BOTH
  }

  /**
   * Reads a session, without a look at its video; empty if the folder is not one of a session.
   *
   * @throws UnusableClipException if what its files say can't be used
   */
  static Optional<MmiSession> read(Path folder) throws IOException, UnusableClipException {
    Listing listing = Listing.of(folder);
    Optional<Path> session = listing.file("session.xml");
    if (session.isEmpty()) {
      return Optional.empty();
    }
    MmiXml about = MmiXml.read(session.get());
    String stem = stem(folder, listing, about);
    Matcher parts = STEM.matcher(stem);
    if (!parts.matches()) {
      throw new UnusableClipException(
          "clip name \"" + stem + "\" can't be read: expected person and number, such as S001-001");
    }
    ClipId id =
        ClipId.of(
            MmiReader.DATABASE,
            parts.group(1).toUpperCase(Locale.ROOT),
            stem.toUpperCase(Locale.ROOT));
    return Optional.of(
        new MmiSession(
            folder,
            id,
            view(session.get(), about.views()),
            emotion(listing, about, stem),
            listing.files().stream().filter(f -> isVideo(f, stem)).findFirst(),
            listing.file(stem + CODES + ".xml")));
  }

  /**
   * The action units that were coded, empty if they were not or can't be read.
   *
   * @param problems what can't be read is added here
   */
  Optional<UnitCoding> units(List<Problem> problems) {
    if (codes.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> problem;
    Optional<UnitCoding> units = Optional.empty();
    try {
      UnitText read = UnitText.ofUnits(MmiXml.read(codes.get()).units());
      units = read.coding();
      problem = read.problem("file " + codes.get());
    } catch (UnusableClipException e) {
      problem = Optional.of(e.problem() + ": the clip's action units are unknown");
    } catch (IOException e) {
      problem = Optional.of("its action units can't be read and are unknown: " + e);
    }
    problem.ifPresent(p -> problems.add(new Problem(id.toString(), p, Problem.Action.NOTED)));
    return units;
  }

  /** The clip's name: of the track, else of the video, else of the file that describes it. */
  private static String stem(Path folder, Listing listing, MmiXml about)
      throws UnusableClipException {
    Optional<String> track = about.tracks().stream().filter(t -> !t.isBlank()).findFirst();
    return track
        .map(t -> ImageFile.stem(t.replaceAll(".*[/\\\\]", "")))
        .or(
            () ->
                listing.files().stream()
                    .filter(MmiSession::isVideo)
                    .map(ImageFile::stem)
                    .findFirst())
        .or(
            () ->
                listing.files().stream()
                    .map(MmiSession::described)
                    .flatMap(Optional::stream)
                    .findFirst())
        .orElseThrow(
            () ->
                new UnusableClipException(
                    "folder "
                        + folder
                        + " has neither a video nor an XML file of the clip's name"));
  }

  private static Optional<String> described(Path file) {
    String stem = ImageFile.stem(file);
    boolean own = FolderSearch.plain(file).endsWith("xml") && STEM.matcher(stem).matches();
    return own ? Optional.of(stem) : Optional.empty();
  }

  private static View view(Path file, List<String> views) throws UnusableClipException {
    Set<String> distinct = Set.copyOf(views);
    String text = views.isEmpty() ? "" : views.get(0);
    if (distinct.size() != 1 || !text.matches("[012]")) {
      throw new UnusableClipException(
          "file %s has views %s of its tracks: expected one of 0 (front), 1 (side), 2 (both)"
              .formatted(file, views));
    }
    return View.values()[Integer.parseInt(text)];
  }

  private static Optional<Emotion> emotion(Listing listing, MmiXml about, String stem)
      throws IOException, UnusableClipException {
    Set<String> values = new java.util.TreeSet<>(about.emotions());
    Optional<Path> own = listing.file(stem + ".xml");
    if (own.isPresent()) {
      values.addAll(MmiXml.read(own.get()).emotions());
    }
    if (values.size() > 1 || !values.stream().allMatch(v -> v.matches("\\d{1,9}"))) {
      throw new UnusableClipException(
          "its XML gives emotions " + values + ": expected one number, 1 to 6 or another task's");
    }
    return values.stream()
        .map(Integer::parseInt)
        .filter(v -> v >= 1 && v <= EMOTIONS.size())
        .map(v -> EMOTIONS.get(v - 1))
        .findFirst();
  }

  private static boolean isVideo(Path file) {
    String name = Listing.nameOf(file).strip();
    return VIDEOS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  private static boolean isVideo(Path file, String stem) {
    return isVideo(file) && ImageFile.stem(file).equalsIgnoreCase(stem);
  }
}
