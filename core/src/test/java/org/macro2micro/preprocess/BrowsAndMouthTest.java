package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.macro2micro.preprocess.Landmarks.Point;

class BrowsAndMouthTest {
  /** An average face is its own mirror image, so each place must lie where its partner was. */
  @Test
  void theMirrorOfAnAverageFaceIsTheFaceItself() {
    List<Point> places = BrowsAndMouth.inAverageFace(200);
    assertThat(places).hasSize(28);
    Landmarks face = new Landmarks(BrowsAndMouth.SCHEME, List.of(places));
    List<Point> mirrored = face.mirrored(200).frames().get(0);
    for (int i = 0; i < places.size(); i++) {
      assertThat(mirrored.get(i).x()).as("place %d", i).isCloseTo(places.get(i).x(), near());
      assertThat(mirrored.get(i).y()).as("place %d", i).isCloseTo(places.get(i).y(), near());
    }
  }

  /** The first and last of each row, by MediaPipe's numbers. */
  @Test
  void placesAreTakenFromTheMeshByNumber() {
    List<Point> mesh = new ArrayList<>();
    for (int i = 0; i < FaceMesh.POINTS; i++) {
      mesh.add(new Point(i, -i));
    }
    List<Point> places = BrowsAndMouth.of(mesh);
    assertThat(places).hasSize(28).doesNotHaveDuplicates();
    assertThat(List.of(places.get(0), places.get(9), places.get(10), places.get(16)))
        .extracting(Point::x)
        .containsExactly(70f, 300f, 61f, 291f);
    assertThat(places.get(27)).isEqualTo(new Point(87, -87));
  }

  private static Offset<Float> near() {
    return Offset.offset(1e-3f);
  }
}
