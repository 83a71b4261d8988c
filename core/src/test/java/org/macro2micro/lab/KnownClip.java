package org.macro2micro.lab;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.lab.camera.FrameFile;
import org.macro2micro.lab.camera.FrameRenderer;
import org.macro2micro.lab.movement.Pose;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Roster;

/**
 * A lab clip on disk of which everything is known that its database would not tell.
 *
 * @param clip its frames as PNG files, no apex annotated
 * @param apex position of its apex
 * @param places for each frame where places that are fixed to the skull are in it, in pixels (the
 *     middle of the first pixel is 0): the outer ends of both eyes, the root of the nose, and the
 *     chin of the face at rest
 */
public record KnownClip(Clip clip, int apex, List<List<Point2D>> places) {
  private static final double[][] SKULL = {{-.3, 0}, {.3, 0}, {0, .05}, {0, .6}};

  /** Draws the clips of a lab database and leaves out its sheets and names. */
  public static List<KnownClip> draw(LabSettings settings, Path folder) throws IOException {
    List<KnownClip> known = new ArrayList<>();
    for (CastClip cast : Roster.of(settings)) {
      ClipPlan plan = ClipPlan.of(settings, cast);
      Path own = Files.createDirectories(folder.resolve(cast.subject() + "-" + cast.name()));
      FrameRenderer renderer = FrameRenderer.of(settings, cast);
      RandomGenerator noise = settings.clipSeed(cast).child("noise").random();
      List<Path> files = new ArrayList<>();
      List<List<Point2D>> places = new ArrayList<>();
      for (int i = 0; i < plan.frames(); i++) {
        Path file = own.resolve("%03d.png".formatted(i));
        FrameFile.writePng(renderer.render(plan.at(i), noise), file);
        files.add(file);
        places.add(places(settings, plan.at(i).pose()));
      }
      Clip clip =
          new Clip(
              ClipId.of("lab", cast.subject(), cast.name()),
              new Frames(Frames.Content.FACE, files),
              0,
              OptionalInt.empty(),
              plan.frames() - 1);
      known.add(new KnownClip(clip, plan.apex(), places));
    }
    return known;
  }

  private static List<Point2D> places(LabSettings settings, Pose pose) {
    AffineTransform view = FrameRenderer.view(settings);
    view.concatenate(pose.transform());
    List<Point2D> places = new ArrayList<>();
    for (double[] place : SKULL) {
      Point2D at = view.transform(new Point2D.Double(place[0], place[1]), null);
      places.add(new Point2D.Double(at.getX() - .5, at.getY() - .5));
    }
    return places;
  }
}
