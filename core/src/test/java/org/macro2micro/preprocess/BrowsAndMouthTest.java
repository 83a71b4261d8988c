package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  /** MediaPipe's numbers in the order of 68 places, without the inner corners 78 and 308. */
  @Test
  void placesAreTakenFromTheMeshByNumber() {
    List<Point> mesh = new ArrayList<>();
    for (int i = 0; i < FaceMesh.POINTS; i++) {
      mesh.add(new Point(i, -i));
    }
    List<Point> places = BrowsAndMouth.of(mesh);
    assertThat(places).hasSize(28).doesNotHaveDuplicates();
    int[] brows = {70, 63, 105, 66, 107, 336, 296, 334, 293, 300};
    int[] outer = {61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181};
    int[] inner = {82, 13, 312, 317, 14, 87};
    assertThat(places)
        .containsExactlyElementsOf(
            Stream.of(brows, outer, inner)
                .flatMapToInt(IntStream::of)
                .mapToObj(number -> new Point(number, -number))
                .toList());
  }

  private static Offset<Float> near() {
    return Offset.offset(1e-3f);
  }
}
