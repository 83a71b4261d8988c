package org.macro2micro.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVProbeData;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.javacpp.BytePointer;

/** Says what a file is that is not a film, and how a film is made of it. */
final class ForeignFile {
  private static final String READABLE = "AVI, MP4/MOV, Matroska/WebM and MPEG are read";
  private static final int HEAD = 1 << 16;

  private ForeignFile() {}

  /** What to say of a file that FFmpeg does not open as one of the containers. */
  static String notOpened(Path file) {
    String container = container(file);
    if (container.isEmpty() || isRead(container)) {
      return "video %s is damaged: it can't be opened as a video; copy it again".formatted(file);
    }
    if (container.contains("JPEG")
        || container.contains("image")
        || container.contains("sequence")) {
      return "%s is a picture (%s), not a video; %s. Several pictures make a clip: put them into a folder"
          .formatted(file, container, READABLE);
    }
    return "%s is a file of another kind (%s); %s. Convert it: %s"
        .formatted(file, container, READABLE, conversion(file));
  }

  /** What to say of a file that has no stream of moving pictures. */
  static String withoutPictures(Path file) {
    return "%s has no moving pictures, only sound, text or a still picture; a video is expected"
        .formatted(file);
  }

  /** What to say of a film whose codec is not there. */
  static String codec(Path file, int codec) {
    return "video %s: its pictures are coded as %s, which is not read here; convert it: %s"
        .formatted(file, avcodec.avcodec_get_name(codec).getString(), conversion(file));
  }

  private static String conversion(Path file) {
    String name = String.valueOf(file.getFileName());
    String bare = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    return "ffmpeg -i \"%s\" -c:v libx264 -crf 10 -pix_fmt yuv420p -an \"%s-converted.mp4\""
        .formatted(name, bare);
  }

  private static boolean isRead(String container) {
    return container.startsWith("AVI")
        || container.startsWith("QuickTime")
        || container.startsWith("Matroska")
        || container.startsWith("MPEG-PS");
  }

  /** FFmpeg's long name of the container, by its first bytes alone; empty if it knows none. */
  private static String container(Path file) {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    } catch (IOException e) {
      return "";
    }
    int padding = avformat.AVPROBE_PADDING_SIZE;
    try (AVProbeData probe = new AVProbeData();
        BytePointer bytes = new BytePointer((long) head.length + padding);
        BytePointer name = new BytePointer(new byte[] {0})) {
      bytes.fill(0);
      bytes.put(head, 0, head.length);
      probe.filename(name);
      probe.buf(bytes);
      probe.buf_size(head.length);
      AVInputFormat format = avformat.av_probe_input_format(probe, 1);
      return format == null || format.isNull() ? "" : format.long_name().getString();
    }
  }
}
