package org.macro2micro.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.macro2micro.preprocess.Align;
import org.macro2micro.preprocess.PreprocessSettings;
import picocli.CommandLine.Option;

/** The options that say how faces are found and placed. */
final class FaceOptions {
  @Option(
      names = "--align",
      paramLabel = "none|box|eyes",
      description =
          "How faces are found and placed (default: as in the training; but with --spot, box if they"
              + " were not aligned then, since a long video shows more than a face).")
  private @Nullable String align;

  @Option(
      names = "--detector",
      paramLabel = "FILE.onnx",
      description = "A YuNet model to find faces with, in place of OpenCV's cascades.")
  private @Nullable Path detector;

  @Option(
      names = "--landmarks",
      paramLabel = "FILE.tflite",
      description =
          "MediaPipe's face mesh, for a model that was trained with it (default: the file of the"
              + " training).")
  private @Nullable Path landmarks;

  /**
   * The settings of a training with these options.
   *
   * @param preparation of the model's training; empty where nothing is named, and the faces are
   *     then shown alone
   * @param isLong whether long videos are looked at
   * @throws InputException if an option has a value that is not known, or names landmarks for a
   *     model that learnt without them
   */
  PreprocessSettings of(Optional<PreprocessSettings> preparation, boolean isLong)
      throws InputException {
    PreprocessSettings trained =
        preparation.orElseGet(() -> PreprocessSettings.ofFaces(Align.BOX, null));
    Align chosen = trained.align();
    if (align != null) {
      try {
        chosen = Align.valueOf(align.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new InputException(
            "predict: --align %s, expected none, box or eyes".formatted(align));
      }
    } else if (isLong && chosen == Align.NONE) {
      chosen = Align.BOX;
    }
    if (landmarks != null && trained.landmarks() == null) {
      throw new InputException(
          "predict: --landmarks has no effect on a model that was trained without landmarks; leave it"
              + " out");
    }
    return trained
        .withFaces(chosen, detector == null ? trained.detector() : detector)
        .withLandmarks(landmarks == null ? trained.landmarks() : landmarks);
  }
}
