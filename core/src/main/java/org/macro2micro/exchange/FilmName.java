package org.macro2micro.exchange;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The name of a film without its folders, from a path or an address. */
final class FilmName {
  private static final Pattern WINDOWS =
      Pattern.compile("([A-Za-z]:[\\\\/]|\\\\\\\\).*", Pattern.DOTALL);

  /** What an extension is: at most eight letters and digits after the last dot. */
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

  private FilmName() {}

  /** Returns what follows the last slash, or in a path of Windows the last backslash. */
  static String base(String path) {
    String plain = WINDOWS.matcher(path).matches() ? path.replace('\\', '/') : path;
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  /** Returns the last name of a path in an address, such as {@code file:///a/my%20film.mp4}. */
  static String ofAddress(String address) {
    String name = base(address);
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name; // A plain path with a percent sign.
    }
  }

  /** Returns a name without its extension; a name without one is returned as it is. */
  static String stem(String name) {
    String stem = EXTENSION.matcher(name).replaceFirst("");
    return stem.isEmpty() ? name : stem;
  }

  /** Returns the name of a film that an annotation file is named after. */
  static String ofFile(Path file, String ending) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ending) && name.length() > ending.length()
        ? name.substring(0, name.length() - ending.length())
        : stem(name);
  }
}
