package org.macro2micro.preprocess;

import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_objdetect;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.macro2micro.video.OpenCvStart;

/**
 * OpenCV's cascades of Haar features (Viola and Jones, 2001), as its jar brings them: one of
 * frontal faces, and within the largest face one of eyes, in the left and in the right half.
 *
 * @param face finds faces
 * @param eye finds eyes, open ones
 */
record HaarFaces(CascadeClassifier face, CascadeClassifier eye) implements FaceFinder {
  /** Pixels to which a face is scaled before its eyes are looked for. */
  private static final int FACE = 240;

  private static final double STEP = 1.1;
  private static final double EYE_STEP = 1.05;
  private static final int NEIGHBOURS = 3;

  static HaarFaces load() throws IOException {
    OpenCvStart.withoutWindows();
    Loader.load(opencv_objdetect.class);
    return new HaarFaces(
        cascade("haarcascade_frontalface_alt2.xml"), cascade("haarcascade_eye.xml"));
  }

  private static CascadeClassifier cascade(String name) throws IOException {
    String folder = "/org/bytedeco/opencv/" + Loader.getPlatform() + "/share/opencv4/haarcascades/";
    return new CascadeClassifier(Loader.cacheResource(folder + name).getPath());
  }

  @Override
  public List<Face> all(Mat picture) {
    if (!SearchedPicture.isSearchable(picture)) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    try (Mat grey = new Mat()) {
      cvtColor(picture, grey, COLOR_BGR2GRAY);
      try (SearchedPicture searched = SearchedPicture.of(grey);
          RectVector faces = new RectVector();
          IntPointer times = new IntPointer();
          Size least =
              new Size(SearchedPicture.SHORTER_SIDE / 5, SearchedPicture.SHORTER_SIDE / 5);
          Size any = new Size()) {
        face.detectMultiScale2(searched.mat(), faces, times, STEP, NEIGHBOURS, 0, least, any);
        for (long i = 0; i < faces.size(); i++) {
          candidates.add(new Candidate(face(searched, faces.get(i)), times.get(i)));
        }
      }
    }
    return FaceFinder.likely(candidates);
  }

  private Face face(SearchedPicture searched, Rect box) {
    double width = box.width() / searched.scale();
    Optional<Face.Eyes> eyes = eyes(searched, box).filter(e -> e.areLikely(width));
    return new Face(
        searched.original(box.x() + box.width() / 2.0),
        searched.original(box.y() + box.height() / 2.0),
        width,
        box.height() / searched.scale(),
        eyes);
  }

  private Optional<Face.Eyes> eyes(SearchedPicture searched, Rect box) {
    try (Mat part = new Mat(searched.mat(), box);
        Mat grey = new Mat();
        Size size = new Size(FACE, FACE)) {
      resize(part, grey, size, 0, 0, INTER_LINEAR);
      Optional<double[]> left = eye(grey, 0);
      Optional<double[]> right = eye(grey, FACE / 2);
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      double scale = (double) box.width() / FACE;
      return Optional.of(
          new Face.Eyes(
              searched.original(box.x() + left.get()[0] * scale),
              searched.original(box.y() + left.get()[1] * scale),
              searched.original(box.x() + right.get()[0] * scale),
              searched.original(box.y() + right.get()[1] * scale)));
    }
  }

  /** The middle of the eye that is found most often, at neighbouring places and sizes. */
  private Optional<double[]> eye(Mat grey, int from) {
    int top = FACE / 6;
    double[] best = null;
    int most = 0;
    try (Rect half = new Rect(from, top, FACE / 2, FACE * 2 / 5);
        Mat area = new Mat(grey, half);
        RectVector eyes = new RectVector();
        IntPointer times = new IntPointer();
        Size least = new Size(FACE / 8, FACE / 8);
        Size largest = new Size(FACE * 2 / 5, FACE * 2 / 5)) {
      eye.detectMultiScale2(area, eyes, times, EYE_STEP, NEIGHBOURS, 0, least, largest);
      for (long i = 0; i < eyes.size(); i++) {
        if (times.get(i) > most) {
          most = times.get(i);
          Rect box = eyes.get(i);
          best =
              new double[] {from + box.x() + box.width() / 2.0, top + box.y() + box.height() / 2.0};
        }
      }
    }
    return Optional.ofNullable(best);
  }

  @Override
  public void close() {
    face.close();
    eye.close();
  }
}
