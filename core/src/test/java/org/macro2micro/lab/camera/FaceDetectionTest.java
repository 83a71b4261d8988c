package org.macro2micro.lab.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macro2micro.lab.plan.CastClip;
import org.macro2micro.lab.plan.ClipPlan;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.lab.plan.Roster;

/** A detector trained on photographs takes the lab's faces for faces. */
class FaceDetectionTest {
  private static final String CASCADE = "haarcascade_frontalface_alt2.xml";

  @TempDir Path temp;

  @Test
  void openCvFindsAtLeast95PercentOfTheFacesWhereTheyAre() throws IOException {
    Loader.load(opencv_objdetect.class);
    LabSettings settings = LabSettings.ckplus(60, 1, 6, 11);
    List<CastClip> clips = Roster.of(settings);
    int found = 0;
    File cascade =
        Loader.cacheResource(
            "/org/bytedeco/opencv/"
                + Loader.getPlatform()
                + "/share/opencv4/haarcascades/"
                + CASCADE);
    try (CascadeClassifier detector = new CascadeClassifier(cascade.getPath())) {
      for (int i = 0; i < clips.size(); i++) {
        found += isFound(detector, settings, clips.get(i), i % 6) ? 1 : 0;
      }
    }
    System.getLogger("lab")
        .log(System.Logger.Level.INFO, "Haar found {0} of {1}", found, clips.size());
    assertThat(clips).hasSize(60);
    assertThat(found).isGreaterThanOrEqualTo(57);
  }

  private boolean isFound(
      CascadeClassifier detector, LabSettings settings, CastClip clip, int frame)
      throws IOException {
    ClipPlan plan = ClipPlan.of(settings, clip);
    RandomGenerator noise = settings.clipSeed(clip).child("noise").random();
    Path file = temp.resolve(clip.subject() + ".png");
    FrameFile.writePng(FrameRenderer.of(settings, clip).render(plan.at(frame), noise), file);
    AffineTransform view = FrameRenderer.view(settings);
    Point2D nose = view.transform(new Point2D.Double(0, .25), null);
    double headWidth = view.getScaleX();
    try (Mat image = imread(file.toString(), IMREAD_GRAYSCALE);
        RectVector faces = new RectVector()) {
      detector.detectMultiScale(image, faces, 1.1, 3, 0, new Size(60, 60), new Size());
      if (faces.size() != 1) {
        return false;
      }
      Rect face = faces.get(0);
      double x = face.x() + face.width() / 2.0;
      double y = face.y() + face.height() / 2.0;
      return nose.distance(x, y) < headWidth / 4
          && face.width() > headWidth * .6
          && face.width() < headWidth * 1.5;
    }
  }
}
