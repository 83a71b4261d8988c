package org.macro2micro.video;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the packets of a {@link Container} one after the other. What can't be decoded is passed
 * over and counted: a packet that went in, with an error, and whose time stamp never came out. So
 * are pictures that an error leaves its traces in: those that are not whole, and all that follow
 * until a picture stands by itself again; and pictures at the beginning that are drawn on one which
 * the file does not have. Not for several threads.
 */
final class Decoder implements AutoCloseable {
  private final Container container;
  private final AVCodecContext codec;
  private final AVPacket packet = avcodec.av_packet_alloc();
  private final AVFrame frame = avutil.av_frame_alloc();

  /** Time stamps of packets whose frames have not come out. */
  private final NavigableMap<Long, Integer> waiting = new TreeMap<>();

  private final List<LostFrames> lost = new ArrayList<>();
  private final List<LostFrames> broken = new ArrayList<>();

  /** Whether sound packets may have no picture, so that those behind an error do not count. */
  private final boolean hasHiddenFrames;

  private boolean hasErred;

  /** Whether pictures are drawn on one that is missing or not whole. */
  private boolean isBroken;

  /** Time stamps of packets that the container marks, where it does not mark each. */
  private final TreeSet<Long> marked = new TreeSet<>();

  private boolean lastIsMarked;
  private boolean isFirst = true;
  private boolean firstIsMarked;

  /** Pictures since the last damage with which a refresh in parts begins. */
  private int refreshes;

  /** Whether the decoder itself passes over pictures that are drawn on one from before the film. */
  private final boolean waitsForStart;

  /** Time stamps of frames that were decoded before the error and are shown later. */
  private final Set<Long> decodedBefore = new HashSet<>();

  /** The time stamp of the packet that the decoder was given last. */
  private long given = avutil.AV_NOPTS_VALUE;

  private boolean isDrained;
  private int frames;

  /** Packets that stand for a frame. */
  private int sent;

  private Decoder(Container container, AVCodecContext codec) {
    this.container = container;
    this.codec = codec;
    int id = codec.codec_id();
    this.hasHiddenFrames =
        id == avcodec.AV_CODEC_ID_VP8
            || id == avcodec.AV_CODEC_ID_VP9
            || id == avcodec.AV_CODEC_ID_AV1;
    this.waitsForStart = id == avcodec.AV_CODEC_ID_H264 || id == avcodec.AV_CODEC_ID_HEVC;
  }

  static Decoder open(Path file, Container container, long mostPixels) throws IOException {
    int id = container.stream().codecpar().codec_id();
    AVCodec decoder = avcodec.avcodec_find_decoder(id);
    if (decoder == null || decoder.isNull()) {
      throw new IOException(ForeignFile.codec(file, id));
    }
    AVCodecContext codec = avcodec.avcodec_alloc_context3(decoder);
    avcodec.avcodec_parameters_to_context(codec, container.stream().codecpar());
    codec.pkt_timebase(container.stream().time_base());
    try (AVDictionary options = new AVDictionary(null)) {
      avutil.av_dict_set(options, "max_pixels", Long.toString(mostPixels), 0);
      // Frames are the same whatever the number of processors.
      avutil.av_dict_set(options, "threads", "1", 0);
      int result = avcodec.avcodec_open2(codec, decoder, options);
      avutil.av_dict_free(options);
      if (result < 0) {
        avcodec.avcodec_free_context(codec);
        throw new IOException("video " + file + " is damaged: its pictures can't be decoded");
      }
    }
    return new Decoder(container, codec);
  }

  /**
   * Decodes the next frame.
   *
   * @return the frame, valid until the next call; null at the end
   */
  @Nullable AVFrame next() {
    while (true) {
      int result = avcodec.avcodec_receive_frame(codec, frame);
      if (result >= 0) {
        frames++;
        came(frame.best_effort_timestamp());
        if (isWhole()) {
          return frame;
        }
      } else if (result == avutil.AVERROR_EAGAIN() && !isDrained) {
        feed();
      } else if (result == avutil.AVERROR_EOF || isDrained) {
        // The last ones before the end of a damaged file.
        count(waiting);
        return null;
      } else {
        erred();
        feed();
      }
    }
  }

  private void erred() {
    hasErred = true;
    refreshes = 0;
    if (!isBroken) {
      isBroken = true;
      decodedBefore.clear();
      decodedBefore.addAll(waiting.keySet());
      decodedBefore.remove(given);
    }
  }

  /** Whether nothing of a frame is drawn on what is missing; those that are not are counted. */
  private boolean isWhole() {
    boolean isDamaged =
        frame.decode_error_flags() != 0 || (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0;
    refreshes = isDamaged ? 0 : refreshes;
    boolean isByItself = isByItself();
    if (!isDamaged && decodedBefore.remove(frame.best_effort_timestamp())) {
      return true;
    }
    boolean isStartMissing = frames == 1 && !firstIsMarked && !waitsForStart && isDrawnOnOthers();
    isBroken = isDamaged || ((isBroken || isStartMissing) && !isByItself);
    if (isBroken) {
      hasErred = true;
      OptionalLong stamp = stamp(frame);
      double seconds = stamp.isPresent() ? container.seconds(stamp.getAsLong()) : 0;
      broken.add(new LostFrames(1, seconds, seconds));
    }
    return !isBroken;
  }

  /**
   * Whether a frame is drawn on none before. Some decoders leave it to the container to say so. It
   * also marks where a refresh begins that goes through the picture part by part; that one is whole
   * when the next begins.
   */
  private boolean isByItself() {
    long stamp = frame.best_effort_timestamp();
    boolean isMarked = marked.remove(stamp);
    marked.headSet(stamp).clear();
    if ((frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0) {
      return true;
    }
    if (isMarked && isDrawnOnOthers()) {
      refreshes++;
      return refreshes > 1;
    }
    return isMarked;
  }

  private boolean isDrawnOnOthers() {
    int type = frame.pict_type();
    return type == avutil.AV_PICTURE_TYPE_P || type == avutil.AV_PICTURE_TYPE_B;
  }

  /** The frame that {@link #next} gave last. */
  AVFrame present() {
    return frame;
  }

  /** Gives the decoder one more packet, or tells it that there is none. */
  private void feed() {
    while (avformat.av_read_frame(container.context(), packet) >= 0) {
      boolean isFilm = packet.stream_index() == container.stream().index();
      // An empty packet says that the picture before is shown on.
      if (isFilm && packet.size() > 0) {
        if ((packet.flags() & avcodec.AV_PKT_FLAG_DISCARD) == 0
            && packet.pts() != avutil.AV_NOPTS_VALUE) {
          waiting.merge(packet.pts(), 1, Integer::sum);
          sent++;
        }
        mark();
        given = packet.pts();
        if (avcodec.avcodec_send_packet(codec, packet) < 0) {
          erred();
        }
      }
      avcodec.av_packet_unref(packet);
      if (isFilm) {
        return;
      }
    }
    isDrained = avcodec.avcodec_send_packet(codec, (AVPacket) null) < 0;
  }

  private void mark() {
    boolean isMarked = (packet.flags() & avcodec.AV_PKT_FLAG_KEY) != 0;
    firstIsMarked |= isMarked && isFirst;
    isFirst = false;
    if (isMarked && !lastIsMarked && packet.pts() != avutil.AV_NOPTS_VALUE) {
      marked.add(packet.pts());
    }
    lastIsMarked = isMarked;
  }

  /** Frames come in the order of their stamps: those that wait for an earlier one never come. */
  private void came(long stamp) {
    if (stamp == avutil.AV_NOPTS_VALUE) {
      return;
    }
    waiting.remove(stamp);
    count(waiting.headMap(stamp, false));
  }

  /** Where nothing went wrong, a packet without a picture of its own is not a loss. */
  private void count(NavigableMap<Long, Integer> overdue) {
    if (overdue.isEmpty()) {
      return;
    }
    int count = size(overdue);
    if (hasErred) {
      lost.add(
          new LostFrames(
              count, container.seconds(overdue.firstKey()), container.seconds(overdue.lastKey())));
      hasErred = !hasHiddenFrames;
    }
    overdue.clear();
  }

  private static int size(NavigableMap<Long, Integer> packets) {
    return packets.values().stream().mapToInt(Integer::intValue).sum();
  }

  private int known() {
    return lost.stream().mapToInt(LostFrames::count).sum();
  }

  /** Number of frames that were given out so far. */
  int frames() {
    return frames - broken.size();
  }

  /** What was decoded in part so far, and not given out, in order. */
  List<LostFrames> broken() {
    return LostFrames.joined(broken, 0);
  }

  /** What could not be decoded so far, in order. */
  List<LostFrames> lost() {
    // A frame from behind damage may come with another one's stamp: it was not lost after all.
    int found = Math.max(0, known() - (sent - frames - size(waiting)));
    return LostFrames.joined(lost, found);
  }

  /** The time stamp of a frame in the stream's units. */
  static OptionalLong stamp(AVFrame frame) {
    long stamp = frame.best_effort_timestamp();
    return stamp == avutil.AV_NOPTS_VALUE ? OptionalLong.empty() : OptionalLong.of(stamp);
  }

  @Override
  public void close() {
    avutil.av_frame_free(frame);
    avcodec.av_packet_free(packet);
    avcodec.avcodec_free_context(codec);
  }
}
