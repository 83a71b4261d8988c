package org.macro2micro.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says where the native libraries of PyTorch, OpenCV and FFmpeg are unpacked.
 *
 * <p>Their loaders take folders in the user's home. A user without an entry in the list of users,
 * as is usual in a container, has the home "?": the loaders would make a folder of this name where
 * the program runs. Such a user, or one whose home can't be written to, gets a folder in the cache
 * of the desktop, in {@code HOME}, or else among the temporary files.
 */
public final class NativeFiles {
  private static final String BYTEDECO = "org.bytedeco.javacpp.cachedir";
  private static final String DJL = "DJL_CACHE_DIR";
  private static final String ENGINE = "ENGINE_CACHE_DIR";

  /** The property that names the folder of JNA, by which PyTorch's loader asks the system. */
  private static final String JNA = "jna.tmpdir";

  private static final String OWN = "macro2micro";

  private NativeFiles() {}

  /**
   * Sets the system properties of the loaders, unless they are set to folders that can be used.
   * Does nothing where the user's home can be used. Must be called before a library is loaded.
   */
  public static synchronized void place() {
    for (String property : List.of(BYTEDECO, DJL, ENGINE, JNA)) {
      if (!isUsable(System.getProperty(property, ""))) {
        System.clearProperty(property);
      }
    }
    Path home = path(System.getProperty("user.home", ""));
    Map<String, String> wanted = new LinkedHashMap<>();
    if (!isUsableIn(home, ".javacpp") && System.getProperty(BYTEDECO) == null) {
      wanted.put(BYTEDECO, "javacpp");
    }
    if (!isUsableIn(home, ".djl.ai")
        && System.getProperty(DJL) == null
        && System.getProperty(ENGINE) == null) {
      wanted.put(DJL, "djl");
    }
    if (!isUsableIn(home, ".cache") && System.getProperty(JNA) == null) {
      wanted.put(JNA, "jna");
    }
    if (!wanted.isEmpty()) {
      Path folder = folder(System.getenv());
      wanted.forEach(
          (property, name) -> System.setProperty(property, folder.resolve(name).toString()));
    }
  }

  /**
   * The folder in which PyTorch's libraries are unpacked.
   *
   * @param environment the variables by name
   */
  public static String ofEngine(Map<String, String> environment) {
    for (String name : List.of(ENGINE, DJL)) {
      String folder = environment.getOrDefault(name, System.getProperty(name, ""));
      if (!folder.isEmpty()) {
        return folder;
      }
    }
    return System.getProperty("user.home") + "/.djl.ai";
  }

  /** Whether this is a folder in which files can be made, or can become one. */
  public static boolean isUsable(String folder) {
    if (folder.isBlank()) {
      return false;
    }
    Path path = path(folder).toAbsolutePath();
    Path there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      return false;
    }
    try {
      // Only trying tells: a folder of the system's own, such as /proc, says that it can be written
      // to.
      Files.createDirectories(path);
      Files.delete(Files.createTempFile(path, ".macro2micro", ".try"));
      return true;
    } catch (IOException | SecurityException e) {
      return false;
    }
  }

  private static boolean isUsableIn(Path home, String name) {
    Path own = home.resolve(name);
    return home.isAbsolute()
        && Files.isDirectory(home)
        && Files.isWritable(Files.exists(own, LinkOption.NOFOLLOW_LINKS) ? own : home);
  }

  /** The first of the folders named that can be used. */
  private static Path folder(Map<String, String> environment) {
    List<Path> wanted = new ArrayList<>();
    wanted.add(path(environment.getOrDefault("XDG_CACHE_HOME", "")).resolve(OWN));
    wanted.add(path(environment.getOrDefault("HOME", "")).resolve(".cache").resolve(OWN));
    for (Path folder : wanted) {
      if (folder.isAbsolute() && isUsable(folder.toString())) {
        return folder;
      }
    }
    try {
      return temporary();
    } catch (IOException | UnsupportedOperationException e) {
      throw new UncheckedIOException(
          "no folder for native libraries: neither %s nor %s can be written to; name one with the variable XDG_CACHE_HOME"
              .formatted(System.getProperty("user.home"), System.getProperty("java.io.tmpdir")),
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  /**
   * A folder among the temporary files that nobody else can write to: what lies in it is loaded as
   * a program. It is the same the next time, unless somebody else has taken its name.
   */
  private static Path temporary() throws IOException {
    Path mark = Files.createTempFile("macro2micro", ".try");
    try {
      Object user = Files.getAttribute(mark, "unix:uid");
      Path folder = mark.resolveSibling(OWN + "-" + user);
      if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
      boolean own =
          Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
              && Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(user)
              && PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                  .equals("rwx------");
      return own ? folder : Files.createTempDirectory(OWN);
    } finally {
      Files.delete(mark);
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }
}
