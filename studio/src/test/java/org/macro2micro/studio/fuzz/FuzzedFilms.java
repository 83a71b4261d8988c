package org.macro2micro.studio.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes films that are damaged: cut, with changed bits, with changed headers. */
final class FuzzedFilms {
  private static final int HEAD = 16;
  private static final int MOST_CHANGES = 30;

  private final Random random;
  private final List<byte[]> whole = new ArrayList<>();

  /**
   * @param folder of small films of all containers
   * @param more films
   */
  FuzzedFilms(Random random, Path folder, Path... more) throws IOException {
    this.random = random;
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> films = new ArrayList<>(List.of(more));
      files
          .filter(file -> file.toString().matches(".*\\.(avi|mp4|mkv)"))
          .sorted()
          .forEach(films::add);
      for (Path film : films) {
        whole.add(Files.readAllBytes(film));
      }
    }
  }

  /** Returns the bytes of the next film; most of them begin as the container of a film does. */
  byte[] next() {
    byte[] film = whole.get(random.nextInt(whole.size()));
    byte[] damaged = Damage.of(film, MOST_CHANGES, random);
    if (random.nextInt(10) > 0 && damaged.length > HEAD) {
      System.arraycopy(film, 0, damaged, 0, HEAD);
    }
    return damaged;
  }
}
