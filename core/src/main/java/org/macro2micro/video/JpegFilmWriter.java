package org.macro2micro.video;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.macro2micro.base.NativeFiles;

/**
 * Puts JPEG pictures into a Matroska film as they are, each at its own time, to the millisecond. A
 * film that is not closed, since its process was killed, can still be read.
 */
public final class JpegFilmWriter implements AutoCloseable {
  private static final int MILLISECONDS = 1000;

  static {
    NativeFiles.place();
  }

  private final Path file;
  private final AVFormatContext film;
  private final AVIOContext output;
  private final AVPacket packet = avcodec.av_packet_alloc();
  private final double start;
  private long last = -1;

  private JpegFilmWriter(Path file, AVFormatContext film, AVIOContext output, double start) {
    this.file = file;
    this.film = film;
    this.output = output;
    this.start = start;
  }

  /**
   * Begins a film with its first picture.
   *
   * @param file where to; an old one is replaced
   * @param jpeg of the size that all pictures have
   * @param seconds when it was taken
   * @throws IOException if it is no JPEG, or the film can't be written
   */
  public static JpegFilmWriter open(Path file, byte[] jpeg, double seconds) throws IOException {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    AVFormatContext film = new AVFormatContext(null);
    AVIOContext output = new AVIOContext(null);
    String name = file.toAbsolutePath().toString();
    require(avformat.avformat_alloc_output_context2(film, null, "matroska", name), file);
    try {
      // Without versions and dates in the file.
      film.flags(film.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
      describe(film, jpeg);
      require(avformat.avio_open(output, name, avformat.AVIO_FLAG_WRITE), file);
      film.pb(output);
      require(avformat.avformat_write_header(film, (AVDictionary) null), file);
      JpegFilmWriter writer = new JpegFilmWriter(file, film, output, seconds);
      writer.add(jpeg, seconds);
      return writer;
    } catch (IOException | RuntimeException e) {
      avformat.avio_closep(output);
      avformat.avformat_free_context(film);
      throw e;
    }
  }

  private static void describe(AVFormatContext film, byte[] jpeg) throws IOException {
    AVStream stream = avformat.avformat_new_stream(film, null);
    AVCodecParameters pictures = stream.codecpar();
    pictures.codec_type(avutil.AVMEDIA_TYPE_VIDEO);
    pictures.codec_id(avcodec.AV_CODEC_ID_MJPEG);
    JpegSize size = JpegSize.of(jpeg);
    pictures.width(size.width());
    pictures.height(size.height());
    stream.time_base(avutil.av_make_q(1, MILLISECONDS));
  }

  /**
   * Adds a picture.
   *
   * @param jpeg of the size of the first
   * @param seconds when it was taken; a picture that is not later than the one before by a
   *     millisecond is put a millisecond later
   */
  public void add(byte[] jpeg, double seconds) throws IOException {
    long time = Math.max(last + 1, Math.round((seconds - start) * MILLISECONDS));
    last = time;
    require(avcodec.av_new_packet(packet, jpeg.length), file);
    try {
      packet.data().put(jpeg);
      packet.stream_index(0);
      packet.pts(time);
      packet.dts(time);
      packet.flags(avcodec.AV_PKT_FLAG_KEY);
      require(avformat.av_write_frame(film, packet), file);
    } finally {
      avcodec.av_packet_unref(packet);
    }
  }

  /** Gives what was added to the system; a film that is flushed can be read up to here. */
  public void flush() throws IOException {
    require(avformat.av_write_frame(film, null), file);
    avformat.avio_flush(output);
  }

  private static void require(int answer, Path file) throws IOException {
    if (answer < 0) {
      throw new IOException(
          "film %s can't be written (FFmpeg: %d); see that its folder is there and the disk not full"
              .formatted(file, answer));
    }
  }

  @Override
  public void close() throws IOException {
    try {
      require(avformat.av_write_trailer(film), file);
    } finally {
      avcodec.av_packet_free(packet);
      avformat.avio_closep(output);
      avformat.avformat_free_context(film);
    }
  }
}
