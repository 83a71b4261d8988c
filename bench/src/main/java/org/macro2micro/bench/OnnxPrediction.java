package org.macro2micro.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.macro2micro.clip.ClipId;
import org.macro2micro.method.NetworkRecognizer;
import org.macro2micro.onnx.OnnxModel;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.Interpolation;
import org.macro2micro.preprocess.PreparedClip;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.preprocess.PreprocessSettings.MissingApex;
import org.macro2micro.preprocess.PreprocessSettings.MissingFall;

/**
 * A clip's prediction by the product's engine and by ONNX Runtime from the exported graph, in turn
 * in one process: blocks of predictions A B A B, from prepared pixels to probabilities.
 */
final class OnnxPrediction {
  private static final int WARM_UP = 2;

  private OnnxPrediction() {}

  /**
   * Prints a line for each engine and the ratio of their medians.
   *
   * @param arguments width, side in pixels, frames, threads (also {@code
   *     -Dai.djl.pytorch.num_threads}), predictions a block, blocks
   */
  public static void main(String[] arguments) throws OrtException {
    int[] given = Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
    int threads = given[3];
    TwoStreamWork work = new TwoStreamWork(given[0], given[1], given[2], 8);
    List<PreparedClip> clips = work.clips();
    try (NetworkRecognizer engine = (NetworkRecognizer) work.recognizer();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      byte[] graph =
          OnnxModel.of(engine, engine.view().arrays(settings(clips.get(0))), "", new TreeMap<>());
      try (OrtSession session = environment.createSession(graph, options)) {
        Laps[] laps = {new Laps(), new Laps()};
        double worst = 0;
        for (int block = -WARM_UP; block < given[5]; block++) {
          for (int kind = 0; kind < laps.length; kind++) {
            laps[kind].start();
            for (int i = 0; i < given[4]; i++) {
              PreparedClip clip = clips.get(i % clips.size());
              float[] found = kind == 0 ? own(engine, clip) : other(environment, session, clip);
              if (block < 0 && kind == 1) {
                worst = Math.max(worst, difference(found, own(engine, clip)));
              }
            }
            if (block >= 0) {
              laps[kind].lap(given[4]);
            }
          }
        }
        System.out.printf(
            Locale.ROOT,
            "width %d, %d px, T=%d, %d threads; scores differ by at most %.1e%n",
            given[0],
            given[1],
            given[2],
            threads,
            worst);
        print("by the clock", laps, Laps.Lap::wall);
        print("processor time", laps, Laps.Lap::cpu);
      }
    }
  }

  private static void print(String title, Laps[] laps, ToDoubleFunction<Laps.Lap> seconds) {
    double[] engine = laps[0].all().stream().mapToDouble(seconds).toArray();
    double[] other = laps[1].all().stream().mapToDouble(seconds).toArray();
    double[] ratios = new double[engine.length];
    Arrays.setAll(ratios, block -> engine[block] / other[block]);
    System.out.printf(
        Locale.ROOT,
        "  %s: engine %.2f ms, ONNX Runtime %.2f ms, median ratio %.2f (blocks %.2f to %.2f)%n",
        title,
        1000 * median(engine),
        1000 * median(other),
        median(ratios),
        Arrays.stream(ratios).min().orElseThrow(),
        Arrays.stream(ratios).max().orElseThrow());
  }

  private static float[] own(NetworkRecognizer engine, PreparedClip clip) {
    List<Double> found =
        engine.predict(List.of(clip.id()), (ClipId id) -> clip).get(0).probabilities();
    float[] values = new float[found.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = found.get(i).floatValue();
    }
    return values;
  }

  /** Prepared pixels lie as the graph takes them; both inputs are parts of the same numbers. */
  private static float[] other(OrtEnvironment environment, OrtSession session, PreparedClip clip)
      throws OrtException {
    FloatBuffer all = FloatBuffer.wrap(clip.pixels());
    FloatBuffer apex = all.slice(clip.apex() * clip.frameLength(), clip.frameLength());
    long[] image = {1, PreparedClip.CHANNELS, clip.height(), clip.width()};
    long[] images = {1, clip.frames(), PreparedClip.CHANNELS, clip.height(), clip.width()};
    try (OnnxTensor first = OnnxTensor.createTensor(environment, apex, image);
        OnnxTensor second = OnnxTensor.createTensor(environment, all, images);
        OrtSession.Result result = session.run(Map.of("apex", first, "frames", second))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }

  private static PreprocessSettings settings(PreparedClip clip) {
    return new PreprocessSettings(
        clip.width(),
        clip.frames(),
        clip.input(),
        Interpolation.LINEAR,
        1,
        false,
        MissingApex.MIDDLE,
        MissingFall.NONE,
        clip.width(),
        Align.NONE,
        null,
        1,
        null);
  }

  private static double difference(float[] one, float[] two) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - two[i]));
    }
    return most;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
