package org.macro2micro.video;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/**
 * A file of FFmpeg's containers, and the stream of it that is the film: not a cover, not a still
 * picture, and of several films the longest. Not for several threads.
 *
 * @param context FFmpeg's
 * @param stream the film
 */
record Container(AVFormatContext context, AVStream stream) implements AutoCloseable {
  /** The containers that are read. Others may name further files or addresses. */
  static final String READ = "avi,mpeg,mpegvideo,mov,mp4,m4a,3gp,3g2,mj2,matroska,webm";

  private static final int STILL =
      avformat.AV_DISPOSITION_ATTACHED_PIC
          | avformat.AV_DISPOSITION_TIMED_THUMBNAILS
          | avformat.AV_DISPOSITION_STILL_IMAGE;

  /** So many packets are looked at to tell films from still pictures. */
  private static final int LOOKED_AT = 1000;

  /**
   * Opens a file.
   *
   * @throws IOException if it is not one of the containers, or has no film; the message says what
   *     it is
   */
  static Container open(Path file) throws IOException {
    AVFormatContext context = opened(file);
    try {
      List<AVStream> films = films(context);
      if (films.isEmpty()) {
        throw new IOException(ForeignFile.withoutPictures(file));
      }
      if (films.size() == 1) {
        return new Container(context, films.get(0)).alone();
      }
      int index = longest(context, films);
      avformat.avformat_close_input(context);
      context = opened(file);
      return new Container(context, context.streams(index)).alone();
    } catch (IOException | RuntimeException e) {
      avformat.avformat_close_input(context);
      throw e;
    }
  }

  private static AVFormatContext opened(Path file) throws IOException {
    AVFormatContext context = new AVFormatContext(null);
    try (AVDictionary options = new AVDictionary(null);
        BytePointer name =
            new BytePointer(file.toAbsolutePath().toString(), StandardCharsets.UTF_8)) {
      avutil.av_dict_set(options, "format_whitelist", READ, 0);
      avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
      int result = avformat.avformat_open_input(context, name, null, options);
      avutil.av_dict_free(options);
      if (result < 0) {
        throw new IOException(ForeignFile.notOpened(file));
      }
    }
    if (avformat.avformat_find_stream_info(context, (AVDictionary) null) < 0) {
      avformat.avformat_close_input(context);
      throw new IOException("video " + file + " is damaged: it can't be opened as a video");
    }
    return context;
  }

  private static List<AVStream> films(AVFormatContext context) {
    List<AVStream> films = new ArrayList<>();
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      if (stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO
          && (stream.disposition() & STILL) == 0) {
        films.add(stream);
      }
    }
    return films;
  }

  /** The stream with the most packets near the beginning; of equal ones the first. */
  private static int longest(AVFormatContext context, List<AVStream> films) {
    Map<Integer, Integer> packets = new HashMap<>();
    try (AVPacket packet = avcodec.av_packet_alloc()) {
      for (int i = 0; i < LOOKED_AT && avformat.av_read_frame(context, packet) >= 0; i++) {
        packets.merge(packet.stream_index(), 1, Integer::sum);
        avcodec.av_packet_unref(packet);
      }
    }
    int best = films.get(0).index();
    for (AVStream film : films) {
      if (packets.getOrDefault(film.index(), 0) > packets.getOrDefault(best, 0)) {
        best = film.index();
      }
    }
    return best;
  }

  /** Leaves the other streams out. */
  private Container alone() {
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != stream.index()) {
        context.streams(i).discard(avcodec.AVDISCARD_ALL);
      }
    }
    return this;
  }

  /** Frames a second as the file says: on average, or the finest that it uses; 0 if unsaid. */
  double framesPerSecond() {
    AVRational average = stream.avg_frame_rate();
    AVRational rate = average.num() > 0 && average.den() > 0 ? average : stream.r_frame_rate();
    return rate.den() == 0 ? 0 : (double) rate.num() / rate.den();
  }

  /** When the film ends, as the file says, in seconds; 0 if it does not say. */
  double promisedEnd() {
    long start = Math.max(0, context.start_time());
    boolean isKnown = context.duration() > 0;
    return isKnown ? (start + context.duration()) / (double) avutil.AV_TIME_BASE - clockStart() : 0;
  }

  /** Number of frames, promised or by length and rate; 0 if neither is known. */
  int expectedFrames() {
    int promised = (int) Math.max(0, Math.min(Integer.MAX_VALUE, stream.nb_frames()));
    double seconds = Math.max(0, context.duration()) / (double) avutil.AV_TIME_BASE;
    return promised > 0 ? promised : (int) Math.round(seconds * framesPerSecond());
  }

  /**
   * Seconds that are taken off all time stamps. The clock of an MPEG stream begins anywhere, and
   * players count from its first picture; other containers count from 0.
   */
  double clockStart() {
    String name = context.iformat().name().getString();
    boolean any = name.startsWith("mpeg") && context.start_time() != avutil.AV_NOPTS_VALUE;
    return any ? context.start_time() / (double) avutil.AV_TIME_BASE : 0;
  }

  /** Seconds of a time stamp of the stream. */
  double seconds(long stamp) {
    AVRational base = stream.time_base();
    return (double) stamp * base.num() / base.den() - clockStart();
  }

  @Override
  public void close() {
    avformat.avformat_close_input(context);
  }
}
