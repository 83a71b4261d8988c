package org.macro2micro.lab.database;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.video.VideoWriter;

/**
 * MMI: {@code Sessions/101/S001-001.avi} with {@code session.xml}, {@code S001-001.xml} and, except
 * for clips that lie on their side, {@code S001-001-oao_aucs.xml}. Of the clips with an emotion the
 * first shows both views side by side and the second lies on its side; those without one show
 * another task or the face from the side. The lab draws no profiles: a narrowed face stands for
 * one.
 */
public final class MmiWriter implements DatabaseWriter {
  private static final double FRAMES_PER_SECOND = 25;
  private static final double NARROW = .6;

  private final List<CastClip> clips;

  /** How a clip is recorded. */
  enum Take {
    FRONTAL(0),
    LYING(0),
    PROFILE(1),
    BOTH(2);

    private final int view;

    Take(int view) {
      this.view = view;
    }

    int view() {
      return view;
    }
  }

  /** A writer for these clips, in the roster's order. */
  public MmiWriter(List<CastClip> clips) {
    this.clips = List.copyOf(clips);
  }

  /** How a clip is recorded: clips without an emotion are in profile every other time. */
  Take take(CastClip clip) {
    List<CastClip> like =
        clips.stream().filter(c -> c.emotion().isPresent() == clip.emotion().isPresent()).toList();
    int place = like.indexOf(clip);
    if (clip.emotion().isEmpty()) {
      return place % 2 == 0 ? Take.FRONTAL : Take.PROFILE;
    }
    return switch (place) {
      case 0 -> Take.BOTH;
      case 1 -> Take.LYING;
      default -> Take.FRONTAL;
    };
  }

  @Override
  public void writeClip(LabSettings settings, CastClip clip, Path root) throws IOException {
    Take take = take(clip);
    Path folder = root.resolve("Sessions").resolve(session(clip));
    Files.createDirectories(folder);
    ClipPlan plan = ClipPlan.of(settings, clip);
    FrameRenderer renderer = FrameRenderer.of(picture(settings, take), clip);
    RandomGenerator noise = settings.clipSeed(clip).child("noise").random();
    try (VideoWriter video =
        VideoWriter.open(
            folder.resolve(clip.name() + ".avi"),
            settings.width(),
            settings.height(),
            FRAMES_PER_SECOND)) {
      for (int i = 0; i < plan.frames(); i++) {
        BufferedImage face = renderer.render(plan.at(i), noise);
        video.add(recorded(face, take, settings.width(), settings.height()));
      }
    }
    MmiXmlFiles.write(folder, clip, take, plan);
  }

  @Override
  public void writeSheets(LabSettings settings, List<CastClip> all, Path root) {
    // MMI has none: every session carries its own files.
  }

  /** Folders are numbered; a person's clips follow each other. */
  static String session(CastClip clip) {
    return String.valueOf(
        100 * Integer.parseInt(clip.subject().substring(1))
            + Integer.parseInt(clip.name().substring(clip.name().indexOf('-') + 1)));
  }

  private static LabSettings picture(LabSettings settings, Take take) {
    int width = settings.width();
    int height = settings.height();
    return switch (take) {
      case FRONTAL, PROFILE -> settings;
      case LYING -> settings.withPicture(height, width, settings.framing());
      // Even, as all pictures of videos are, and of the least width that is drawn.
      case BOTH ->
          settings.withPicture(Math.max(16, 2 * ((width + 3) / 4)), height, settings.framing());
    };
  }

  private static BufferedImage recorded(BufferedImage face, Take take, int width, int height) {
    if (take == Take.FRONTAL) {
      return face;
    }
    BufferedImage frame = new BufferedImage(width, height, face.getType());
    Graphics2D graphics = frame.createGraphics();
    try {
      AffineTransform place = new AffineTransform();
      switch (take) {
        case LYING -> place.quadrantRotate(3, height / 2.0, height / 2.0);
        case PROFILE -> place.scale(NARROW, 1);
        default -> {
          graphics.drawImage(face, null, null);
          place.translate(width / 2.0, 0);
          place.scale(NARROW, 1);
        }
      }
      graphics.drawImage(face, place, null);
    } finally {
      graphics.dispose();
    }
    return frame;
  }
}
