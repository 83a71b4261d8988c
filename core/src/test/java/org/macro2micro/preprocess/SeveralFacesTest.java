package org.macro2micro.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macro2micro.preprocess.FaceFinder.Candidate;

/** Tests which of several faces counts: made-up places, without any detector. */
class SeveralFacesTest {
  private static final Face LEFT = seeing(100, 100, 60);
  private static final Face RIGHT = seeing(400, 110, 80);
  private static final Face MIDDLE = seeing(250, 100, 50);

  @Test
  void aFalseFaceThatIsLargerDoesNotCount() {
    // Without eyes against with eyes; with few votes against many; within another.
    Face wall = blind(300, 200, 200);
    assertThat(FaceFinder.likely(List.of(new Candidate(wall, 9), new Candidate(LEFT, 5))))
        .containsExactly(LEFT);
    Face poster = blind(500, 100, 120);
    Face back = blind(100, 100, 60);
    assertThat(FaceFinder.likely(List.of(new Candidate(poster, 3), new Candidate(back, 30))))
        .containsExactly(back);
    Face chin = blind(105, 120, 30);
    assertThat(FaceFinder.likely(List.of(new Candidate(chin, 20), new Candidate(back, 30))))
        .containsExactly(back);
  }

  @Test
  void realFacesAllCountTheLargestFirst() {
    assertThat(FaceFinder.likely(List.of(new Candidate(LEFT, 9), new Candidate(RIGHT, 20))))
        .containsExactly(RIGHT, LEFT);
    assertThat(FaceFinder.likely(List.of())).isEmpty();
  }

  @Test
  void theUserChooses() {
    List<Face> faces = List.of(RIGHT, LEFT, MIDDLE);
    assertThat(FaceChoice.of("left").from(faces)).contains(LEFT);
    assertThat(FaceChoice.of("Right").from(faces)).contains(RIGHT);
    assertThat(FaceChoice.of("largest").from(faces)).contains(RIGHT);
    assertThat(FaceChoice.of("2").from(faces)).contains(MIDDLE);
    assertThat(FaceChoice.of("4").from(faces)).isEmpty();
    assertThat(FaceChoice.LARGEST.from(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "top", "1.5", "9999"})
  void whatIsNoChoiceIsRefused(String word) {
    assertThatThrownBy(() -> FaceChoice.of(word))
        .hasMessageContaining("face \"%s\"; expected left, right, largest".formatted(word));
  }

  @Test
  void ofAClipOnePersonCounts() {
    // Two people; the left one is seen in all frames and moves a little, the right one in two.
    Face moved = seeing(110, 104, 62);
    List<Face> faces =
        FaceGroups.onePerson(
            List.of(List.of(RIGHT, LEFT), List.of(moved), List.of(RIGHT, LEFT), List.of()));
    assertThat(faces).containsExactly(LEFT, moved, LEFT);
    // As often seen: both eyes decide, then the size.
    assertThat(FaceGroups.onePerson(List.of(List.of(blind(400, 100, 90), LEFT))))
        .containsExactly(LEFT);
    assertThat(FaceGroups.onePerson(List.of(List.of(LEFT, RIGHT)))).containsExactly(RIGHT);
    assertThat(FaceGroups.onePerson(List.of(List.of(), List.of()))).isEmpty();
  }

  @Test
  void aTrackTellsTheFaceThatWasFollowed() {
    FaceTrack track = new FaceTrack();
    track.addUnseen();
    track.add(new FaceTrack.Place(105, 100, 70));
    assertThat(track.frames()).isEqualTo(2);
    assertThat(track.seen()).isEqualTo(1);
    assertThat(track.first()).contains(1);
    assertThat(track.followed(0, List.of(LEFT, RIGHT))).isEmpty();
    assertThat(track.followed(1, List.of(RIGHT, LEFT))).contains(LEFT);
    // Where the detector overlooks the person, the place is known all the same.
    Face there = track.followed(1, List.of(RIGHT)).orElseThrow();
    assertThat(there.x()).isEqualTo(105);
    assertThat(there.width()).isBetween(50.0, 70.0);
    for (int i = 0; i < 5000; i++) {
      track.add(new FaceTrack.Place(i, 1, 20));
    }
    assertThat(track.at(4999).orElseThrow().x()).isEqualTo(4997);
  }

  private static Face seeing(double x, double y, double width) {
    double apart = width / 5;
    return new Face(
        x, y, width, width, Optional.of(new Face.Eyes(x - apart, y - apart, x + apart, y - apart)));
  }

  private static Face blind(double x, double y, double width) {
    return new Face(x, y, width, width, Optional.empty());
  }
}
