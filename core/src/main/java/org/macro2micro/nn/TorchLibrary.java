package org.macro2micro.nn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The PyTorch that is loaded: the product's own, which computes on the processor alone, or one that
 * is installed on the machine.
 *
 * @param folder with its libraries; null for the product's own
 * @param version as it states it, such as "2.7.1+cu128"
 * @param cuda whether it was built for cards
 */
public record TorchLibrary(@Nullable Path folder, String version, boolean cuda) {
  /** The variable that names an installed PyTorch. */
  public static final String VARIABLE = "MACRO2MICRO_TORCH";

  /** Where the libraries lie in a folder of libraries, of libtorch and of site-packages. */
  private static final List<String> PLACES = List.of("", "lib", "torch/lib");

  /** Files that state the version: of libtorch, and of the package of Python. */
  private static final List<String> STATEMENTS = List.of("build-version", "version.py");

  private static final Pattern NUMBER =
      Pattern.compile("(?:^|__version__[^=\\n]*=\\s*['\"])(\\d+\\.\\d+\\.\\d+[\\w+.-]*)");
  private static final Pattern LOCAL = Pattern.compile("(cpu|cu\\d+)?");

  /**
   * What the environment asks for.
   *
   * @param environment variables by name
   * @param own version of the product's own, such as "2.7.1-20250812"
   * @throws EngineStartException if a folder is named that does not hold this version
   */
  static TorchLibrary of(Map<String, String> environment, String own) {
    String expected = own.replaceFirst("-.*", "");
    String named = environment.getOrDefault(VARIABLE, "");
    return named.isBlank()
        ? new TorchLibrary(null, expected, false)
        : installed(Path.of(named).toAbsolutePath().normalize(), expected);
  }

  private static TorchLibrary installed(Path named, String expected) {
    String library = System.mapLibraryName("torch");
    for (String place : PLACES) {
      Path folder = named.resolve(place);
      if (Files.isRegularFile(folder.resolve(library))) {
        String version = version(named, folder, expected);
        boolean cuda = Files.exists(folder.resolve(System.mapLibraryName("torch_cuda")));
        return new TorchLibrary(folder, version, cuda);
      }
    }
    throw refused(
        named,
        "found no %s in it".formatted(library),
        "a folder of libtorch, of Python's package torch, or of its libraries");
  }

  private static String version(Path named, Path folder, String expected) {
    List<Path> places = new ArrayList<>(List.of(folder, named));
    if (folder.getParent() != null) {
      places.add(1, folder.getParent());
    }
    for (Path place : places) {
      for (String statement : STATEMENTS) {
        Path file = place.resolve(statement);
        if (Files.isRegularFile(file)) {
          return checked(named, file, expected);
        }
      }
    }
    throw refused(
        named,
        "found neither of the files %s, which state a version".formatted(STATEMENTS),
        "the whole of PyTorch " + expected);
  }

  private static String checked(Path named, Path file, String expected) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new EngineStartException(
          "the variable %s=%s: %s can't be read: %s".formatted(VARIABLE, named, file, e), e);
    }
    Matcher number = NUMBER.matcher(text);
    String version = number.find() ? number.group(1) : "no version";
    String[] parts = version.split("\\+", 2);
    String local = parts.length == 1 ? "" : parts[1];
    if (!parts[0].equals(expected) || !LOCAL.matcher(local).matches()) {
      throw refused(
          named,
          "found PyTorch %s (%s)".formatted(version, file),
          "PyTorch %s, built for the processor or for CUDA".formatted(expected));
    }
    return version;
  }

  private static EngineStartException refused(Path named, String found, String expected) {
    return new EngineStartException(
        "the variable %s=%s: %s, expected %s; name another folder, or unset the variable to take the product's own PyTorch"
            .formatted(VARIABLE, named, found, expected));
  }

  /** What it is, in a few words for people. */
  @Override
  public String toString() {
    return folder == null ? version : version + ", installed in " + folder;
  }
}
