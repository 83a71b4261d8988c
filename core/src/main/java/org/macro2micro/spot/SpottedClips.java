package org.macro2micro.spot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.macro2micro.clip.Clip;
import org.macro2micro.clip.ClipId;
import org.macro2micro.clip.Frames;
import org.macro2micro.clip.Video;
import org.macro2micro.preprocess.PreprocessSettings;
import org.macro2micro.preprocess.VideoClips;

/** Turns what was spotted into clips for recognition. */
public final class SpottedClips {
  private static final String DATABASE = "spotted";

  private SpottedClips() {}

  /**
   * The intervals of a video as clips: "spotted/FILE/ONSET-OFFSET", frames from 0.
   *
   * @param spotting of this video
   */
  public static List<Clip> of(Path video, Spotting spotting) {
    if (spotting.intervals().isEmpty()) {
      return List.of();
    }
    Video whole = new Video(video, spotting.frames(), Video.Part.WHOLE, Video.Turn.NONE);
    return clips(String.valueOf(video.getFileName()), Frames.of(whole), spotting);
  }

  /**
   * The intervals of image files as clips, which any preparation of clips takes as they are.
   *
   * @param name of the images as a whole; no slash, not blank
   * @param images in time order, as they were spotted in
   */
  public static List<Clip> of(String name, List<Path> images, Spotting spotting) {
    if (spotting.intervals().isEmpty()) {
      return List.of();
    }
    return clips(name, new Frames(Frames.Content.FACE, images), spotting);
  }

  /**
   * Prepares the intervals of a video in one more pass over it, holding what one needs at a time.
   *
   * @param spotting of this video
   * @param sink takes each as it is done, in order
   * @throws IOException if the video can't be read any more
   */
  public static void prepare(
      Path video, Spotting spotting, PreprocessSettings settings, VideoClips.Sink sink)
      throws IOException {
    VideoClips.prepare(
        video, of(video, spotting), settings, Optional.of(spotting.watched().faces()), sink);
  }

  private static List<Clip> clips(String name, Frames frames, Spotting spotting) {
    List<Clip> clips = new ArrayList<>();
    for (SpottedInterval interval : spotting.intervals()) {
      clips.add(
          new Clip(
              ClipId.of(DATABASE, name, interval.onset() + "-" + interval.offset()),
              frames,
              interval.onset(),
              OptionalInt.of(interval.apex()),
              interval.offset()));
    }
    return clips;
  }
}
