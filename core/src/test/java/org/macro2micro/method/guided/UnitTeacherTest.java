package org.macro2micro.method.guided;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.LabelledClip;
import org.macro2micro.clip.Subject;
import org.macro2micro.clip.UnitCoding;
import org.macro2micro.dataset.CkPlusReader;
import org.macro2micro.lab.LabDatabase;
import org.macro2micro.lab.movement.Intensity;
import org.macro2micro.lab.plan.Framing;
import org.macro2micro.lab.plan.LabSettings;
import org.macro2micro.method.LabelledExamples;
import org.macro2micro.nn.LoadedNetwork;
import org.macro2micro.nn.SeededWeights;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.Augmentation;
import org.macro2micro.preprocess.Input;
import org.macro2micro.preprocess.Interpolation;
import org.macro2micro.preprocess.PreparedClips;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.seed.SeedPath;
import org.macro2micro.train.ClipView;
import org.macro2micro.train.Example;
import org.macro2micro.train.PhaseSettings;
import org.macro2micro.train.TrainListener;

class UnitTeacherTest {
  private static final int SIDE = 32;
  private static final int PEOPLE = 15;
  private static final int TAUGHT = 11;

  @TempDir static Path folder;

  /**
   * It names the units of people it has not seen: the mean over units of balanced accuracy, which
   * is .5 for whoever always says the same. Heads hold still, as eleven people are too few to learn
   * from where they move.
   */
  @ParameterizedTest
  @EnumSource(names = {"ONSET_DIFFERENCE", "FLOW"})
  void namesTheUnitsOfDrawnFacesAboveChance(Input input) throws Exception {
    Path root = folder.resolve(input.word());
    LabSettings lab =
        LabSettings.ckplus(PEOPLE, 8, 3, 3)
            .withPicture(64, 64, Framing.CROPPED)
            .withDifficulty(Intensity.MACRO, 0, 0, 0);
    LabDatabase.write(lab, root, (done, all) -> {});
    List<Clip> clips = new ArrayList<>();
    Map<ClipId, UnitCoding> units = new TreeMap<>();
    for (LabelledClip labelled : new CkPlusReader().read(root).corpus().clips()) {
      clips.add(labelled.clip());
      labelled.annotation().units().ifPresent(coding -> units.put(labelled.id(), coding));
    }
    PreparedClips pixels =
        PreparedClips.prepare(
            clips, preparation(input), folder.resolve("cache"), 64, (done, all) -> {});
    List<Subject> people =
        List.copyOf(new TreeSet<>(units.keySet().stream().map(ClipId::subject).toList()));
    Map<ClipId, UnitCoding> taught = new TreeMap<>(units);
    taught.keySet().removeIf(id -> people.indexOf(id.subject()) >= TAUGHT);
    Map<ClipId, UnitCoding> unseen = new TreeMap<>(units);
    unseen.keySet().removeAll(taught.keySet());
    assertThat(unseen).hasSizeGreaterThan(20);

    List<Integer> numbers = UnitTeacher.frequent(taught.values(), 12);
    LabelledExamples examples =
        new LabelledExamples(
            taught.keySet().stream().map(id -> new Example(id, 0)).toList(),
            List.of("any"),
            pixels::get,
            pixels.digest(),
            taught);
    ClipView view = Dynamic.view(SIDE, 1);
    try (LoadedNetwork<UnitTeacher> teacher =
        LoadedNetwork.random(
            new UnitTeacher(numbers.size(), 8),
            SeededWeights.TORCHVISION,
            SeedPath.root(1),
            view.shapes())) {
      new UnitTeaching(teacher, view, examples, numbers, Augmentation.none())
          .run(
              new PhaseSettings(12, 16, 2e-3, PhaseSettings.Schedule.COSINE, 1e-4),
              SeedPath.root(1),
              TrainListener.silent());
      List<ClipId> ids = List.copyOf(unseen.keySet());
      NDList images =
          view.arranged(view.of(teacher.manager(), ids.stream().map(pixels::get).toList()));
      float[] scores =
          teacher
              .network()
              .forward(new ParameterStore(teacher.manager(), false), images, false)
              .singletonOrThrow()
              .toFloatArray();
      assertThat(meanBalancedAccuracy(numbers, ids, unseen, scores)).isGreaterThan(.65);
    }
  }

  /** Over those units of which there are clips that show them and clips that don't. */
  private static double meanBalancedAccuracy(
      List<Integer> numbers, List<ClipId> ids, Map<ClipId, UnitCoding> units, float[] scores) {
    double sum = 0;
    int counted = 0;
    for (int k = 0; k < numbers.size(); k++) {
      int[] clips = new int[2];
      int[] right = new int[2];
      for (int i = 0; i < ids.size(); i++) {
        int shown = units.get(ids.get(i)).certain().contains(numbers.get(k)) ? 1 : 0;
        clips[shown]++;
        right[shown] += (scores[i * numbers.size() + k] > 0 ? 1 : 0) == shown ? 1 : 0;
      }
      if (clips[0] > 0 && clips[1] > 0) {
        sum += .5 * right[0] / clips[0] + .5 * right[1] / clips[1];
        counted++;
      }
    }
    assertThat(counted).isGreaterThan(5);
    return sum / counted;
  }

  private static PreprocessSettings preparation(Input input) {
    return new PreprocessSettings(
        SIDE,
        input == Input.FLOW ? 2 : 3,
        input,
        Interpolation.LINEAR,
        1,
        false,
        PreprocessSettings.MissingApex.MIDDLE,
        PreprocessSettings.MissingFall.RETURN_TO_ONSET,
        64,
        Align.NONE,
        null,
        1);
  }
}
