package org.macro2micro.video;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_imgcodecs;

/**
 * Starts OpenCV without its windows. Their part of OpenCV is linked with GTK, which servers often
 * lack; nothing here opens a window, but the loader of OpenCV's other parts (faces, flow) loads it
 * along with them and fails where GTK is missing.
 */
public final class OpenCvStart {
  private static final String WINDOWS = "org.bytedeco.opencv.global.opencv_highgui";
  private static final String SWITCH = "org.bytedeco.javacpp.loadlibraries";

  private OpenCvStart() {}

  /** Holds the only attempt, which is made when somebody asks for it. */
  private static final class Only {
    private static final boolean IS_DONE = passOver();
  }

  /** Must be called before faces or flow are first asked of OpenCV; further calls do nothing. */
  public static void withoutWindows() {
    if (!Only.IS_DONE) {
      throw new IllegalStateException("OpenCV: it could not be started without its windows");
    }
  }

  private static boolean passOver() {
    // The switch below is the whole process's: what another thread may load meanwhile is loaded
    // before.
    Loader.load(opencv_imgcodecs.class);
    for (Class<?> part :
        new Class<?>[] {avutil.class, avcodec.class, avformat.class, swscale.class}) {
      Loader.load(part);
    }
    String before = System.getProperty(SWITCH);
    System.setProperty(SWITCH, "false");
    try {
      // A class that is ready is not made ready again, so its library is never asked for.
      Class.forName(WINDOWS);
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(WINDOWS + ": it is missing on the class path");
    } finally {
      if (before == null) {
        System.clearProperty(SWITCH);
      } else {
        System.setProperty(SWITCH, before);
      }
    }
    return true;
  }
}
