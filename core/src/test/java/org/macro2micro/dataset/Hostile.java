package org.macro2micro.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.macro2micro.clip.LabelledClip;

/** Puts random bytes and damaged copies in a file's place and looks how a reader ends. */
public final class Hostile {
  private Hostile() {}

  /** Half the tries random bytes, half damaged copies; how many were refused and how many read. */
  static int[] attack(ClipReader reader, Path root, Path victim, RandomGenerator random, int tries)
      throws IOException {
    byte[] sound = Files.readAllBytes(victim);
    int[] ends = new int[2];
    for (int t = 0; t < tries; t++) {
      Files.write(victim, t % 2 == 0 ? noise(sound, random) : mutated(sound, random));
      ends[end(reader, root, victim.getFileName() + ", try " + t)]++;
    }
    return ends;
  }

  static int end(ClipReader reader, Path root, String what) {
    try {
      Inventory inventory = reader.read(root);
      for (LabelledClip clip : inventory.corpus().clips()) {
        assertThat(clip.clip().offset()).as(what).isLessThan(clip.clip().frames().count());
      }
      assertThat(Trees.lines(inventory)).as(what).doesNotContainNull();
      return 1;
    } catch (DatasetException e) {
      assertThat(e).as(what).hasMessageContaining("Expected").hasMessageContaining(root.toString());
      return 0;
    } catch (Throwable e) {
      throw new AssertionError(what + ": a reader threw " + e, e);
    }
  }

  /** Random bytes, every other time behind the first few of the sound file. */
  public static byte[] noise(byte[] sound, RandomGenerator random) {
    byte[] bytes = new byte[random.nextInt(1, 400)];
    random.nextBytes(bytes);
    if (random.nextBoolean()) {
      System.arraycopy(sound, 0, bytes, 0, Math.min(bytes.length, Math.min(sound.length, 8)));
    }
    return bytes;
  }

  /** A copy with up to 8 bytes changed, and every fourth time an end cut off. */
  public static byte[] mutated(byte[] sound, RandomGenerator random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(sound.length + 1) : sound.length;
    byte[] bytes = java.util.Arrays.copyOf(sound, length);
    for (int i = random.nextInt(1, 9); i > 0 && length > 0; i--) {
      // Half of the changes hit the head of the file, where sizes and signatures stand.
      int place = random.nextInt(random.nextBoolean() ? Math.min(length, 40) : length);
      bytes[place] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
