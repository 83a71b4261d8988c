package org.macro2micro.preprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.bytedeco.opencv.opencv_core.Mat;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.Frames;
import org.macro2micro.video.VideoReader;

/**
 * Prepares clips that are parts of one video in one pass over it. Only what one clip needs of its
 * frames is held at a time. FFmpeg can seek to key frames only, and what it calls exact depends on
 * a container's time stamps; hence the pass.
 */
public final class VideoClips {
  private VideoClips() {}

  /** Takes what was prepared, clip by clip, in order. */
  public interface Sink {
    /** The clip's pixels, the same as if its frames had been read from files. */
    void prepared(Clip clip, PreparedClip pixels);

    /**
     * A clip that can't be prepared.
     *
     * @param problem what is wrong with it, as {@link PreparedClips#unusable} says it
     */
    void unusable(Clip clip, String problem);
  }

  /**
   * Prepares clips.
   *
   * @param video whose frames they are
   * @param clips by onset, none overlapping another
   * @param followed the person that the clips are of, if one was followed
   * @throws IOException if the video can't be read, or ends before its clips do
   */
  public static void prepare(
      Path video,
      List<Clip> clips,
      PreprocessSettings settings,
      Optional<FaceTrack> followed,
      Sink sink)
      throws IOException {
    ClipPreparation preparation = new ClipPreparation(settings);
    each(
        video,
        clips,
        () -> false,
        preparation::decoded,
        (clip, held) -> prepare(preparation, clip, held, followed, sink));
  }

  /** Takes clips whose movement can be hidden in places, clip by clip, in order. */
  public interface OcclusionSink {
    /** The clip, to be used within this call alone. */
    void occludable(Clip clip, ClipOcclusion occlusion) throws PreparationException;

    /**
     * A clip that can't be prepared.
     *
     * @param problem what is wrong with it, as {@link PreparedClips#unusable} says it
     */
    void unusable(Clip clip, String problem);
  }

  /**
   * Prepares clips so that their movement can be hidden in places. What one clip needs is held at a
   * time.
   *
   * @param video whose frames they are
   * @param clips by onset, none overlapping another
   * @param followed the person that the clips are of, if one was followed
   * @param isCancelled asked before each clip; those that follow are passed over
   * @throws IOException if the video can't be read, or ends before its clips do
   */
  public static void occlude(
      Path video,
      List<Clip> clips,
      PreprocessSettings settings,
      Optional<FaceTrack> followed,
      BooleanSupplier isCancelled,
      OcclusionSink sink)
      throws IOException {
    ClipPreparation preparation = new ClipPreparation(settings);
    each(
        video,
        clips,
        isCancelled,
        preparation::occluded,
        (clip, held) -> {
          try (ClipOcclusion occlusion = preparation.occlusion(clip, held, followed)) {
            sink.occludable(clip, occlusion);
          } catch (PreparationException e) {
            sink.unusable(clip, String.valueOf(e.getMessage()));
          }
        });
  }

  /**
   * Reads the video once and holds for each clip the frames that it needs.
   *
   * @param isCancelled asked before each clip
   * @param needed positions of the frames of a clip
   */
  private static void each(
      Path video,
      List<Clip> clips,
      BooleanSupplier isCancelled,
      Function<Clip, SortedSet<Integer>> needed,
      BiConsumer<Clip, PictureSource> use)
      throws IOException {
    requireOrder(clips);
    try (VideoReader reader = VideoReader.open(video)) {
      int next = 0;
      for (Clip clip : clips) {
        if (isCancelled.getAsBoolean()) {
          return;
        }
        try (Held held = new Held(new TreeMap<>())) {
          SortedSet<Integer> positions = needed.apply(clip);
          for (; next <= positions.last(); next++) {
            Optional<Mat> frame = reader.next();
            if (frame.isEmpty()) {
              throw new IOException(
                  "video %s ends after %d frames; expected %d for clip %s: the file changed, so spot it again"
                      .formatted(video, next, positions.last() + 1, clip.id()));
            }
            held.offer(next, frame.get(), positions.contains(next));
          }
          use.accept(clip, held);
        }
      }
    }
  }

  private static void prepare(
      ClipPreparation preparation,
      Clip clip,
      PictureSource held,
      Optional<FaceTrack> followed,
      Sink sink) {
    PreparedClip pixels;
    try {
      pixels = preparation.prepare(clip, held, followed);
    } catch (PreparationException e) {
      sink.unusable(clip, String.valueOf(e.getMessage()));
      return;
    }
    sink.prepared(clip, pixels);
  }

  private static void requireOrder(List<Clip> clips) {
    for (int i = 1; i < clips.size(); i++) {
      if (clips.get(i).onset() <= clips.get(i - 1).offset()) {
        throw new IllegalArgumentException(
            "clips of a video: %s begins before %s ends; expected them by onset and apart"
                .formatted(clips.get(i).id(), clips.get(i - 1).id()));
      }
    }
  }

  /** Frames in memory, closed together. */
  private record Held(SortedMap<Integer, Mat> frames) implements PictureSource, AutoCloseable {
    void offer(int position, Mat frame, boolean isNeeded) {
      if (isNeeded) {
        frames.put(position, frame);
      } else {
        frame.close();
      }
    }

    @Override
    public void decode(Frames clip, SortedSet<Integer> positions, FrameDecoder.Sink sink)
        throws PreparationException {
      for (int position : positions) {
        sink.take(
            position, Objects.requireNonNull(frames.get(position), "all that is needed is held"));
      }
    }

    @Override
    public void close() {
      frames.values().forEach(Mat::close);
    }
  }
}
